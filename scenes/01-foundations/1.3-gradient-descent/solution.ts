import {
  abs,
  cases,
  compare,
  constant,
  given,
  multiply,
  named,
  power,
  prose,
  subtract,
  table,
  word,
  type Expression,
  type Prose,
  type Step,
} from '../../../src/author';
import { derive, type Derivation } from './derivation';
import { formatOf, type Model, type Optimizer } from './model';

export function* solution(model: Model): Generator<Step> {
  const run = derive(model);
  yield slopeStep(run);
  yield firstStep(model, run);
  if (model.steps > 1) yield laterSteps(model, run);
  if (model.optimizer === 'sgd') yield* errorSteps(model, run);
  else yield whatIsLeft(model, run);
}

function slopeStep({ steps: [{ gradient }] }: Derivation): Step {
  return {
    id: 'slope',
    title: 'Measure the slope',
    say: [
      "The derivative of $f(w) = (w - c)^2$ is $f'(w) = 2(w - c)$. It is the slope of the curve, and its sign says which way is uphill. Where the run begins, it is",
    ],
    lines: [gradient],
    highlights: ['g0'],
  };
}

const firstWords: Record<Optimizer, string> = {
  sgd: 'Gradient descent goes against the slope: it subtracts the slope times the learning rate.',
  momentum:
    'Momentum adds the slope to a velocity $v$, of which a share $\\mu$ remains from step to step. The step is the velocity times the learning rate. The velocity begins at 0.',
  nesterov:
    'Nesterov momentum keeps a velocity $v$ as well, and looks ahead. To the slope it adds $\\mu$ times the velocity that this slope has just changed. The velocity begins at 0.',
  rmsprop:
    'RMSprop divides the slope by its recent size: the root of a running mean $s$ of its squares. The mean begins at 0, and $\\beta_2$ is the share of it that remains.',
  adam: 'Adam keeps a running mean $m$ of the slopes and $s$ of their squares. Both begin at 0, so each is too small at first and is divided by $1 - \\beta^t$.',
};

function firstStep({ optimizer }: Model, { steps: [first] }: Derivation): Step {
  return {
    id: 'first',
    title: 'Take one step against it',
    say: [firstWords[optimizer]],
    lines: [...first.memory, first.w],
    highlights: ['w0', 'g0', 'w1'],
    reveals: { w1: first.w },
  };
}

/** Iterates written out before a long run is cut short. */
const WRITTEN = 3;

function laterSteps(model: Model, run: Derivation): Step {
  const { steps } = model;
  const [, second, ...others] = run.steps;
  const plain = model.optimizer === 'sgd';
  const short = steps <= WRITTEN + 1;
  const last = run.steps[steps - 1];
  return {
    id: 'rest',
    title: 'Measure again, step again',
    say: [
      ...(plain ? [again(model)] : prose`The optimiser remembers: ${second.memory[0]}.`),
      ...(short ? [] : prose` After ${constant(steps)} steps the run has reached ${last.w}.`),
    ],
    lines: [
      second.gradient,
      ...second.memory,
      second.w,
      ...(short ? others : [others[0], last]).flatMap(({ gradient, w }) =>
        plain && short ? [gradient, w] : [w],
      ),
    ],
    highlights: run.steps.slice(1).map((_, k) => `w${k + 2}`),
    reveals: Object.fromEntries(run.steps.slice(1).map(({ w }, k) => [`w${k + 2}`, w])),
  };
}

function again({ w0, c, multiplier }: Model): string {
  if (w0 === c) return 'At the bottom the slope is 0, so the next step changes nothing either.';
  if (multiplier === 1) return 'The run has not moved, so the slope is what it was.';
  if (multiplier === 0) return 'The first step has landed on $c$. There the slope is 0.';
  return 'At the new position the slope is another one. So it is measured again before every step.';
}

function* errorSteps(model: Model, run: Derivation): Generator<Step> {
  const { c, w0, lr } = run;
  const { steps } = model;
  const m = named('m', subtract(1, multiply(2, lr)), { part: 'multiplier' });
  const left = multiply(power(m, given('n', steps)), subtract(w0, c));
  const error = named('w_n - c', left, { format: formatOf(left.value), part: `errors.${steps}` });
  yield {
    id: 'multiplier',
    title: 'What a step does to the error',
    say: [
      'Subtract $c$ on both sides of the update: $w - c$ becomes $w - c - \\mathrm{lr}\\cdot 2(w - c)$, which is $(1 - 2\\,\\mathrm{lr})(w - c)$. Every step multiplies the error by the same number $m$. ',
      shape(model),
    ],
    lines: [m, error],
    highlights: ['multiplier', 'errors'],
    reveals: { multiplier: m },
  };

  const fixed = named('w^{\\ast}', c, { role: 'value', part: 'fixed_point' });
  const slope = named("f'(w^{\\ast})", multiply(2, subtract(fixed, c)), { role: 'gradient' });
  yield {
    id: 'fixed',
    title: 'The point that no step moves',
    say: [
      model.lr === 0
        ? 'With a learning rate of 0 no step moves anything. With any other, a point stays where it is only if the slope there is 0.'
        : 'A step moves nothing where the slope is 0: at the bottom. The learning rate decides whether the run gets there, and how. It does not decide where the bottom is.',
    ],
    lines: [fixed, slope],
    highlights: ['fixed_point'],
    reveals: { fixed_point: fixed },
  };

  const regime = named('\\text{regime}', verdict(m, w0, c), { part: 'regime' });
  yield {
    id: 'regime',
    title: 'What becomes of the run',
    say: [meaning(model)],
    lines: [iteratesAndErrors(run), regime],
    highlights: ['regime', 'multiplier', 'errors'],
    reveals: { regime },
  };
}

/** What the errors look like on their axis. */
function shape({ w0, c, multiplier }: Model): string {
  if (w0 === c) return 'Here the error is 0 from the start.';
  if (multiplier === 0) return 'Here that number is 0: one step lands on $c$.';
  return 'On a logarithmic axis the errors lie on a straight line of slope $\\log|m|$.';
}

const verdict = (
  m: Expression<number>,
  w0: Expression<number>,
  c: Expression<number>,
): Expression<string> =>
  cases(
    [
      [compare(w0, '=', c), word('stays')],
      [compare(m, '=', 1), word('stays')],
      [compare(abs(m), '>', 1), word('diverges')],
      [compare(m, '<', 0), word('oscillates')],
    ],
    word('converges'),
  );

function meaning({ multiplier, regime, w0, c }: Model): string {
  if (w0 === c) return 'The run begins at the bottom, where the slope is 0, and stays.';
  if (multiplier === 1) return 'With $m = 1$ every error equals the one before it: the run stays.';
  if (multiplier === 0) return 'With $m = 0$ the first step takes off the whole error.';
  if (multiplier === -1)
    return 'With $m = -1$ the error only changes its sign. The run jumps between two positions for ever.';
  if (regime === 'diverges')
    return 'Each error is $m$ times the one before it. Since $|m| > 1$, every step ends further away than it began.';
  return regime === 'oscillates'
    ? 'Each error is $m$ times the one before it. Since $m < 0$, every step crosses the bottom. Since $|m| < 1$, it still ends nearer.'
    : 'Each error is $m$ times the one before it. Since $0 < m < 1$, every step ends nearer to $c$, on the same side.';
}

/** How the run went, step by step. */
function iteratesAndErrors({ c, w0, steps }: Derivation): Expression {
  const rows = [w0, ...steps.map(({ w }) => w)].map((w, k) => {
    const off = subtract(w, c);
    const marks = { part: `errors.${k}`, format: formatOf(off.value) };
    return [constant(k), w, named(`w_${k} - c`, off, marks)];
  });
  return table(['k', 'w_k', 'w_k - c'], rows);
}

const lastWords: Record<Exclude<Optimizer, 'sgd'>, Prose> = {
  momentum: [
    'No single number multiplies the error any more. Where $\\mu$ is large, velocity carries the run past the bottom, and the error swings while it shrinks. At scale shows what that is good for.',
  ],
  nesterov: [
    'No single number multiplies the error any more. Looking ahead brakes the velocity earlier, so the run swings less than with plain momentum.',
  ],
  rmsprop: [
    'The first step is $\\mathrm{lr}/\\sqrt{1 - \\beta_2}$ long, however steep the slope. With $\\beta_2$ near 1, later steps are in proportion to the slope. With a small $\\beta_2$ each is about as long as $\\mathrm{lr}$.',
  ],
  adam: [
    'The first step is as long as $\\mathrm{lr}$, however steep the slope: the mean and the root of the squares cancel. Adam is slow far away; near the bottom it overshoots and comes back.',
  ],
};

function whatIsLeft({ optimizer }: Model, run: Derivation): Step {
  return {
    id: 'left',
    title: 'What is left of the error',
    say: optimizer === 'sgd' ? [] : lastWords[optimizer],
    lines: [iteratesAndErrors(run)],
    highlights: ['errors'],
  };
}
