import { python, pythonFloat, type Listing } from '../../../src/author';
import type { Model } from './model';

export function code(model: Model, result: (answer: string) => string): Listing[] {
  const { x, count } = model;
  const [w_xh, w_hh, b_h, w_hy, b_y, h0] = [
    model.w_xh,
    model.w_hh,
    model.b_h,
    model.w_hy,
    model.b_y,
    model.h0,
  ].map(pythonFloat);
  const states = x.map((_, i) => result(`h${i + 1}`)).join(', ');
  return [
    {
      title: 'Python, step by step',
      language: 'python',
      source: `from math import tanh

w_xh, w_hh, b_h = ${w_xh}, ${w_hh}, ${b_h}
w_hy, b_y = ${w_hy}, ${b_y}

h = ${h0}
for x in ${python(x)}:
    h = tanh(w_xh * x + w_hh * h + b_h)
    print(h)
# ${states}

print(w_hy * h + b_y)  # ${result('y')}
`,
    },
    {
      title: 'PyTorch',
      language: 'python',
      source: `import torch

torch.set_default_dtype(torch.float64)
rnn = torch.nn.RNN(1, 1)  # one input, one unit, tanh
out = torch.nn.Linear(1, 1)
with torch.no_grad():
    rnn.weight_ih_l0.fill_(${w_xh})
    rnn.weight_hh_l0.fill_(${w_hh})
    rnn.bias_ih_l0.fill_(${b_h})
    rnn.bias_hh_l0.zero_()  # PyTorch keeps two biases; one is enough
    out.weight.fill_(${w_hy})
    out.bias.fill_(${b_y})

x = torch.tensor(${python(x)}).reshape(${count}, 1)
states, last = rnn(x, torch.tensor([[${h0}]]))
print(states.flatten())  # ${states}
print(out(last).item())  # ${result('y')}
`,
    },
  ];
}
