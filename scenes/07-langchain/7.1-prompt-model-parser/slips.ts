import type { Slip } from '../../../src/author';
import type { Model } from './model';

export const slips: readonly Slip<Model>[] = [
  {
    field: 'type',
    value: () => 'list',
    hint: 'A list only holds its parts. What the pipe builds can be called, and hands the output of each part to the next.',
    highlights: ['chain'],
  },
  {
    field: 'type',
    value: () => 'string',
    hint: 'A string comes out at the end, once the chain is called. Here nothing has been called yet.',
    highlights: ['chain'],
  },
  {
    field: 'type',
    value: () => 'RunnableParallel',
    hint: 'Parts side by side would all get the same input. Here each part waits for the one before it.',
    highlights: ['chain'],
  },
  {
    field: 'interface',
    value: () => 'the model alone: invoke',
    hint: 'If only the model could be called, the pipe could not run the prompt and the parser. What do all three have to offer it?',
    highlights: ['stages'],
  },
  {
    field: 'interface',
    value: () => 'Callable: call',
    hint: 'They are objects, not plain functions, and they can do more than answer one call: think of many inputs, and of an answer that comes word by word.',
    highlights: ['stages'],
  },
];
