import type { Expected } from '../../../src/author';

const expected: Expected = {
  answers: { type: 'RunnableSequence', interface: 'Runnable: invoke, batch, stream' },
  slips: {
    type: {
      list: 'only holds its parts',
      string: 'nothing has been called',
      RunnableParallel: 'side by side',
    },
    interface: {
      'the model alone: invoke': 'If only the model',
      'Callable: call': 'not plain functions',
    },
  },
  variants: [
    'topic=violins&inputs=2&throws=prompt',
    'topic=chess&inputs=2&throws=model',
    'topic=trains&inputs=4&throws=model',
  ],
};

export default expected;
