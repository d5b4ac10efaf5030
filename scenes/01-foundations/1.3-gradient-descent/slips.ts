import type { Slip } from '../../../src/author';
import { descend, slopeAt, type Model } from './model';

/** Iterates that are predicted, counting from 1. */
export const asked = (model: Model): number[] => [1, 2, 3].filter((k) => k <= model.steps);

type Wrong = (model: Model, k: number) => number | undefined;

/** A wrong way of iterating, as a slip in each iterate it shows in, from `first` on. */
const iterating = (hint: string, wrong: Wrong, first = 1): Slip<Model>[] =>
  [1, 2, 3]
    .filter((k) => k >= first)
    .map((k) => ({
      field: `w${k}`,
      value: (model) => (k > model.steps ? undefined : wrong(model, k)),
      hint,
    }));

const run = (model: Model, changes: Partial<Model>, slope: (w: number) => number): number[] =>
  descend({ ...model, ...changes }, slope);

const withMemory = (model: Model): boolean => model.optimizer !== 'sgd';

const onlySgd = (value: (model: Model) => number) => (model: Model) =>
  model.optimizer === 'sgd' ? value(model) : undefined;

export const slips: readonly Slip<Model>[] = [
  ...iterating(
    'The slope of (w − c)² is 2(w − c): a factor 2 went missing.',
    (model, k) => run(model, {}, (w) => slopeAt(w, model.c) / 2)[k],
  ),
  ...iterating(
    'That goes uphill. The gradient points where f grows, so a step subtracts it.',
    (model, k) => run(model, {}, (w) => -slopeAt(w, model.c))[k],
  ),
  ...iterating(
    'The first slope was used again. It is measured anew at every point, and here it has changed.',
    (model, k) => run(model, {}, () => slopeAt(model.w0, model.c))[k],
    2,
  ),
  ...iterating(
    'This is plain gradient descent: what the optimiser remembers of earlier slopes is missing.',
    (model, k) =>
      withMemory(model)
        ? run(model, { optimizer: 'sgd' }, (w) => slopeAt(w, model.c))[k]
        : undefined,
  ),
  ...iterating(
    'The velocity alone was taken. Nesterov adds the present slope to μ times the new velocity.',
    (model, k) =>
      model.optimizer === 'nesterov'
        ? run(model, { optimizer: 'momentum' }, (w) => slopeAt(w, model.c))[k]
        : undefined,
  ),
  ...iterating(
    'Adam’s two means begin at 0 and are too small at first: divide them by 1 − βᵗ before use.',
    (model, k) => (model.optimizer === 'adam' ? uncorrected(model)[k] : undefined),
  ),
  {
    field: 'multiplier',
    value: onlySgd(({ lr }) => 1 - lr),
    hint: 'The slope of (w − c)² has a factor 2, and so has what lr takes off.',
  },
  {
    field: 'multiplier',
    value: onlySgd(({ lr }) => 2 * lr),
    hint: 'That is the share of the error a step takes off; the multiplier is what it leaves.',
  },
  {
    field: 'multiplier',
    value: onlySgd(({ lr }) => 1 + 2 * lr),
    hint: 'That error would grow: the step goes against the slope, so its sign is a minus.',
  },
  {
    field: 'fixed_point',
    value: onlySgd(({ w0 }) => w0),
    hint: 'That is where the run begins. A fixed point is where a step changes nothing: the slope is 0.',
  },
  {
    field: 'fixed_point',
    value: onlySgd(({ iterates }) => iterates[iterates.length - 1]),
    hint: 'That is how far these steps come. A fixed point is where a step changes nothing.',
  },
];

/** Adam without its correction: the means as they are. */
function uncorrected({ w0, c, lr, beta1, beta2, epsilon, steps }: Model): number[] {
  const iterates = [w0];
  let mean = 0;
  let square = 0;
  for (let t = 0; t < steps; t += 1) {
    const g = slopeAt(iterates[t], c);
    mean = beta1 * mean + (1 - beta1) * g;
    square = beta2 * square + (1 - beta2) * g ** 2;
    iterates.push(iterates[t] - (lr * mean) / (Math.sqrt(square) + epsilon));
  }
  return iterates;
}
