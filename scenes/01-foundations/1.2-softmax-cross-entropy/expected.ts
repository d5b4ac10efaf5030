import type { Expected } from '../../../src/author';

const expected: Expected = {
  answers: {
    p: '0.659, 0.242, 0.099',
    loss: '0.417',
    grad: '−0.341, 0.242, 0.099',
    proof: 'loss, chain, jacobian, cancel, result',
  },
  slips: {
    p: { '0.645,0.323,0.032': 'divided by their sum', '7.389,2.718,1.105': 'exponentials' },
    loss: { '0.341': 'one minus', '0.181': 'base 10', '-0.417': 'sign is missing' },
    grad: {
      '0.341,-0.242,-0.099': 'flipped',
      '-1.517,0,0': 'Jacobian of the softmax was forgotten',
      '0.659,0.242,0.099': 'know nothing yet',
      '-0.355,0.323,0.032': 'divided by their sum',
    },
    proof: {
      'loss,sign,jacobian,cancel,result': 'sign is lost',
      'loss,chain,forgotten,cancel,result': 'Jacobian of the softmax is missing',
    },
  },
  variants: ['logits=2.5,0.5,-1&target=1', 'logits=1.5,2,3&target=0', 'logits=2,1.5,-0.5&target=0'],
};

export default expected;
