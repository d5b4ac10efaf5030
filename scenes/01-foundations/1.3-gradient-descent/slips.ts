import type { Slip } from '../../../src/author';
import { descend, slopeAt, type Model, type Regime } from './model';

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

/** The hints hold for a run that moves: there the error has a size and a side. */
const misjudged = (
  said: Regime,
  hint: string,
  applies: (model: Model) => boolean,
): Slip<Model> => ({
  field: 'regime',
  value: (model) =>
    model.optimizer === 'sgd' && model.regime !== said && applies(model) ? said : undefined,
  hint,
  highlights: ['errors'],
});

export const slips: readonly Slip<Model>[] = [
  ...iterating(
    'The slope of $(w - c)^2$ is $2(w - c)$. A factor 2 is missing.',
    (model, k) => run(model, {}, (w) => slopeAt(w, model.c) / 2)[k],
  ),
  ...iterating(
    'This goes uphill. The slope points where $f$ grows, so a step subtracts it.',
    (model, k) => run(model, {}, (w) => -slopeAt(w, model.c))[k],
  ),
  ...iterating(
    'This uses the first slope again. Measure the slope anew at every position.',
    (model, k) => run(model, {}, () => slopeAt(model.w0, model.c))[k],
    2,
  ),
  ...iterating(
    'This is plain gradient descent. What the optimiser remembers of earlier slopes is missing.',
    (model, k) =>
      withMemory(model)
        ? run(model, { optimizer: 'sgd' }, (w) => slopeAt(w, model.c))[k]
        : undefined,
  ),
  ...iterating(
    'This takes the velocity alone. Nesterov momentum adds the present slope to $\\mu$ times the new velocity.',
    (model, k) =>
      model.optimizer === 'nesterov'
        ? run(model, { optimizer: 'momentum' }, (w) => slopeAt(w, model.c))[k]
        : undefined,
  ),
  ...iterating(
    'Adam’s two means begin at 0, so they are too small at first. Divide each by $1 - \\beta^t$ before use.',
    (model, k) => (model.optimizer === 'adam' ? uncorrected(model)[k] : undefined),
  ),
  {
    field: 'multiplier',
    value: onlySgd(({ lr }) => 1 - lr),
    hint: 'The slope of $(w - c)^2$ has a factor 2, and so has what a step takes off.',
  },
  {
    field: 'multiplier',
    value: onlySgd(({ lr }) => 2 * lr),
    hint: 'This is the share of the error that a step takes off. The multiplier is what it leaves.',
  },
  {
    field: 'multiplier',
    value: onlySgd(({ lr }) => 1 + 2 * lr),
    hint: 'With this the error would grow. A step goes against the slope: check its sign.',
  },
  {
    field: 'fixed_point',
    value: onlySgd(({ w0 }) => w0),
    hint: 'This is where the run begins. Look for the point where a step changes nothing, because the slope is 0.',
  },
  {
    field: 'fixed_point',
    value: onlySgd(({ iterates }) => iterates[iterates.length - 1]),
    hint: 'This is how far these steps come. Look for the point where a step changes nothing.',
  },
  misjudged(
    'oscillates',
    'A run that oscillates crosses $c$ at every step. On which side of $c$ are your iterates?',
    ({ regime, multiplier }) => regime === 'converges' && multiplier > 0,
  ),
  misjudged(
    'converges',
    'The error does not only change in size. On which side of $c$ does each step end?',
    ({ regime }) => regime === 'oscillates',
  ),
  misjudged(
    'diverges',
    'To overshoot is not yet to diverge. Is the error larger after a step than before it?',
    ({ regime }) => regime === 'oscillates',
  ),
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
