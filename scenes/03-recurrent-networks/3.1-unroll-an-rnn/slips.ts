import { type Slip, type Vector } from '../../../src/author';
import { readOut, statesWith, type Model } from './model';

/** States that are asked for, counting from 1; the others are stages of nothing that is asked. */
export const asked = ({ count }: Model): number[] => [1, 2, 3].filter((t) => t <= count);

/** A slip in the states shows in each of them from step `first` on, and in the output. */
const inStates = (
  hint: string,
  highlights: readonly string[],
  wrong: (model: Model) => Vector,
  first = 1,
): Slip<Model>[] => [
  ...[1, 2, 3]
    .filter((t) => t >= first)
    .map((t) => ({
      field: `h${t}`,
      value: (model: Model) => (t <= model.count ? wrong(model)[t] : undefined),
      hint,
      highlights,
    })),
  {
    field: 'y',
    value: (model) =>
      model.count >= first ? readOut(model, wrong(model)[model.count]) : undefined,
    hint,
    highlights,
  },
];

const same = (z: number): number => z;
const sigmoid = (z: number): number => 1 / (1 + Math.exp(-z));

/** The known wrong ways, in the order they are looked for. */
export const slips: readonly Slip<Model>[] = [
  ...inStates(
    'This is the sum itself. Every new state is $\\tanh$ of its sum.',
    ['tanh'],
    (model) => statesWith(model, same),
  ),
  ...inStates(
    'The state before is missing. From the second step on, it comes in through $w_{hh}$.',
    ['w_hh'],
    (model) => statesWith({ ...model, w_hh: 0 }, Math.tanh),
    2,
  ),
  ...inStates(
    'This is the sigmoid. This unit bends its sums with $\\tanh$, which runs from $-1$ to $1$.',
    ['tanh'],
    (model) => statesWith(model, sigmoid),
  ),
  ...inStates(
    'The bias of the unit is missing. It is added at every step, before $\\tanh$.',
    ['b_h'],
    (model) => statesWith({ ...model, b_h: 0 }, Math.tanh),
  ),
  {
    field: 'y',
    value: ({ y }) => Math.tanh(y),
    hint: 'The output went through $\\tanh$ as well. Only the states do; the output is read off linearly.',
    highlights: ['w_hy'],
  },
  {
    field: 'y',
    value: (model) => (model.count > 1 ? readOut(model, model.h[1]) : undefined),
    hint: 'This reads the first state. The output comes after the last input.',
    highlights: ['y'],
  },
];
