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
  word,
  type Expression,
  type Prose,
  type Step,
} from '../../../src/author';
import { derive, type Derivation } from './derivation';
import { formatOf, type Model, type Optimizer } from './model';

/** Steps of the solution, by the step number that shows them. */
export interface Shown {
  readonly slope: 1;
  readonly first: 2;
  /** All later iterates; together with the first one where there are none. */
  readonly rest: number;
  readonly multiplier: number;
  readonly fixed: number;
  readonly regime: number;
}

export function shownAt({ steps, optimizer }: Model): Shown {
  const rest = steps > 1 ? 3 : 2;
  const never = Infinity;
  return optimizer === 'sgd'
    ? { slope: 1, first: 2, rest, multiplier: rest + 1, fixed: rest + 2, regime: rest + 3 }
    : { slope: 1, first: 2, rest, multiplier: never, fixed: never, regime: never };
}

export function* solution(model: Model): Generator<Step> {
  for (const step of steps(model)) yield { ...step, say: unbroken(step.say) };
}

function* steps(model: Model): Generator<Step> {
  const run = derive(model);
  yield measure(run);
  yield firstStep(model, run);
  if (model.steps > 1) yield laterSteps(model, run);
  if (model.optimizer === 'sgd') yield* errorSteps(model, run);
  else yield remains(model, run);
}

/** No line breaks around the minus of a difference. */
const unbroken = (say: Prose): Prose =>
  say.map((part) => (typeof part === 'string' ? part.replaceAll(' − ', '\u00a0−\u00a0') : part));

function measure({ c, steps: [{ gradient }] }: Derivation): Step {
  return {
    id: 'slope',
    title: 'Measure the slope',
    say: prose`The derivative of (w − c)² is 2(w − c): twice the distance from ${c}, with its sign. It points uphill. Where the run begins it is`,
    lines: [gradient],
    highlights: ['g0'],
  };
}

const firstWords: Record<Optimizer, string> = {
  sgd: 'A step goes against the slope, as far as the slope times the learning rate.',
  momentum:
    'The slope is added to a velocity, of which a share μ stays from step to step; the velocity, times the learning rate, is the step (the form PyTorch uses). The velocity begins at 0.',
  nesterov:
    'Nesterov’s step looks ahead: to the slope it adds μ times the velocity that slope has just changed (the form PyTorch uses). The velocity begins at 0.',
  rmsprop:
    'RMSprop divides the slope by its recent size, the root of a running mean of squares (with β₂ for its decay, and ε outside the root, as in PyTorch). The mean begins at 0.',
  adam: 'Adam keeps a running mean of the slopes and one of their squares. Both begin at 0, so each is divided by what it has seen so far, 1 − βᵗ, and the step is their quotient.',
};

function firstStep({ optimizer }: Model, { steps: [first] }: Derivation): Step {
  return {
    id: 'first',
    title: 'One step against it',
    say: [firstWords[optimizer]],
    lines: [...first.memory, first.w],
    highlights: ['w1'],
    reveals: { w1: first.w },
  };
}

/** Iterates written out before a long run is cut short. */
const WRITTEN = 3;

function laterSteps({ steps, optimizer }: Model, run: Derivation): Step {
  const [, second, ...others] = run.steps;
  const plain = optimizer === 'sgd';
  const short = steps <= WRITTEN + 1;
  const last = run.steps[steps - 1];
  const begins: Prose = plain
    ? prose`The slope is measured again at every new position, and it is not what it was.`
    : prose`The slope is measured again, and now the optimiser remembers: ${second.memory[0]}.`;
  const ends: Prose = prose` After ${constant(steps)} steps the run stands at ${last.w}.`;
  return {
    id: 'rest',
    title: steps === 2 ? 'Measure again, step again' : 'And again, to the last step',
    say: short ? begins : [...begins, ...ends],
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

function* errorSteps(model: Model, { c, w0, lr }: Derivation): Generator<Step> {
  const { steps, multiplier } = model;
  const m = named('m', subtract(1, multiply(2, lr)), { part: 'multiplier' });
  const n = given('n', steps);
  const left = multiply(power(m, n), subtract(w0, c));
  const error = named('w_n - c', left, { format: formatOf(left.value), part: `errors.${steps}` });
  yield {
    id: 'multiplier',
    title: 'What a step does to the error',
    say: prose`Subtract ${c} on both sides of the rule: w − c becomes (w − c) − lr·2(w − c), which is (1 − 2·lr)(w − c). Every step multiplies the error by the same number, ${m}, so it shrinks or grows like a geometric series. On a log axis that is a straight line of slope log |m|.`,
    lines: [m, error],
    highlights: ['multiplier', 'errors'],
    reveals: { multiplier: m },
  };

  const fixed = named('w^{\\ast}', c, { role: 'value', part: 'fixed_point' });
  const slope = named("f'(w^{\\ast})", multiply(2, subtract(fixed, c)), { role: 'gradient' });
  yield {
    id: 'fixed',
    title: 'Where nothing moves any more',
    say:
      model.lr === 0
        ? prose`A step changes nothing where lr·2(w − c) is 0. With a learning rate of 0 that is everywhere; with any other it is only where the slope is 0.`
        : prose`A step changes nothing where lr·2(w − c) is 0: where the slope is 0, at the bottom. The learning rate decides how, and whether, one gets there, not where it is.`,
    lines: [fixed, slope],
    highlights: ['fixed_point'],
    reveals: { fixed_point: fixed },
  };

  const regime = named('\\text{regime}', verdict(m, w0, c), { part: 'regime' });
  yield {
    id: 'regime',
    title: 'What the multiplier means',
    say: [
      `${meaning(model)} In general: at 0 one step lands on c; between 0 and 1 the error shrinks from one side; below 0 every step crosses to the other side, and the error still shrinks down to −1; at −1 it swings for ever, at 1 nothing moves; beyond, each step ends further away.`,
    ],
    lines: [regime],
    highlights: ['regime', ...(Math.abs(multiplier) <= 1.5 ? ['multiplier'] : [])],
    reveals: { regime },
  };
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

/** What the multiplier at hand means, said before the general rule. */
function meaning({ multiplier, regime, w0, c }: Model): string {
  if (w0 === c) return 'The run begins at the bottom, where the slope is 0, and stays.';
  if (multiplier === 1) return 'With m = 1 nothing is ever taken off the error.';
  if (multiplier === 0) return 'With m = 0 the very first step lands on c.';
  if (multiplier === -1) return 'With m = −1 the run swings between two positions for ever.';
  if (regime === 'diverges') return 'Here every step ends further away than it began.';
  return regime === 'oscillates'
    ? 'Here every step crosses the bottom and ends nearer to it.'
    : 'Here every step ends nearer, on the same side.';
}

const lastWords: Record<Exclude<Optimizer, 'sgd'>, string> = {
  momentum:
    'There is no single multiplier any more. Where μ is large, velocity carries the run past the bottom, and the error swings while it shrinks. What it buys shows on surfaces whose directions differ in slope (At scale).',
  nesterov:
    'There is no single multiplier any more. Looking ahead brakes the velocity earlier, so the run swings less than with plain momentum.',
  rmsprop:
    'The first step is lr/√(1 − β₂) long, whatever the slope. From then on the remembered size decides: a long memory (β₂ near 1) leaves steps in proportion to the slope, a short one makes them all about as long as lr, and the run rattles around c instead of settling.',
  adam: 'The first step is as long as lr whatever the slope: mean and root of the mean square cancel. Far away Adam is slow, near the bottom it overshoots a little and comes back.',
};

function remains(model: Model, { c, steps }: Derivation): Step {
  const n = model.steps;
  const off = abs(subtract(steps[n - 1].w, c));
  const distance = named(`|w_{${n}} - c|`, off, {
    format: formatOf(off.value),
    part: `errors.${n}`,
  });
  return {
    id: 'remains',
    title: 'What is left of the error',
    say: model.optimizer === 'sgd' ? [] : [lastWords[model.optimizer]],
    lines: [distance],
    highlights: ['errors'],
  };
}
