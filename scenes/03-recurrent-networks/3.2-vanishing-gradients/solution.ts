import {
  abs,
  cases,
  compare,
  constant,
  divide,
  given,
  log,
  multiply,
  named,
  power,
  prose,
  significant,
  subtract,
  word,
  type Expression,
  type Step,
} from '../../../src/author';
import {
  beyondFloat64,
  GATE,
  LOST,
  SMALLEST_NORMAL,
  TOLERANCE,
  verdicts,
  type Model,
} from './model';

/** How `after` is shown. */
export const threeDigits = significant(3);

export function* solution(model: Model): Generator<Step> {
  const W = given('\\lVert W\\rVert', model.w_norm, { role: 'weight', part: 'w_norm' });
  const slope = given("\\tanh'", model.tanh_prime, { role: 'activation', part: 'tanh_prime' });
  const T = given('T', model.steps, { part: 'steps' });

  const factor = named('\\gamma', multiply(W, slope), { role: 'gradient', part: 'factor' });
  yield {
    id: 'factor',
    title: 'One step back is one factor',
    say: [
      'One step back, the chain rule multiplies the gradient by $W^\\top$ and by the slope of $\\tanh$ at each unit. The norm of a product is at most the product of the norms.',
    ],
    lines: [factor],
    highlights: ['w_norm', 'tanh_prime', 'factor', 'decay.1'],
    reveals: { factor },
  };

  const after = named('\\gamma^T', power(factor, T), {
    role: 'gradient',
    part: 'after',
    format: threeDigits,
  });
  yield {
    id: 'after',
    title: 'Every step multiplies again',
    say: ['The same factor acts at every step, so the bound is a power. ', kept(model)],
    lines: [after],
    highlights: ['factor', 'row', 'after', 'lost', 'smallest'],
    reveals: { after },
  };

  yield verdictStep(model, factor);
  yield halfLifeStep(model, factor);

  const f = given('f', GATE, { role: 'activation', part: 'gate' });
  const gated = named('f^T', power(f, T), {
    role: 'activation',
    part: 'gate',
    format: threeDigits,
  });
  yield {
    id: 'gates',
    title: 'Why LSTM and GRU exist',
    say: [
      'LSTM and GRU add a path back through time whose factor is a gate $f$ instead of $\\gamma$. The network can learn to hold it near 1, and then most of the gradient arrives.',
    ],
    lines: [gated],
    highlights: ['gate'],
  };
}

/** What of it float32, and float64, can still hold. */
function kept(model: Model): string {
  const { factor, after, verdict } = model;
  if (factor === 0) return 'A factor of 0 leaves nothing from the first step on.';
  if (verdict === 'holds') return 'At a factor of 1 it neither shrinks nor grows.';
  const beyond = beyondFloat64(model);
  if (beyond === 'underflows')
    return 'What is left is smaller than the smallest number of float64, so computers, and this page, say 0.';
  if (beyond === 'overflows')
    return 'The result is larger than the largest number of float64, so computers, and this page, say ∞.';
  if (after > 1) return 'Above 1 it grows as steeply as it decays below 1.';
  if (after < SMALLEST_NORMAL)
    return 'Here it is below $2^{-126}$, the smallest normal float32. A graphics card may round it to 0.';
  if (after < LOST)
    return 'Here it is below $2^{-24}$: added to a float32 of size 1, it is rounded away.';
  return 'From $2^{-24}$ downwards, a gradient added to a float32 of size 1 is rounded away.';
}

const says: Readonly<Record<Model['verdict'], string>> = {
  vanishes:
    'The product of the norms is an upper bound. Below 1 it is a proof: what lies under a curve that shrinks to nothing vanishes too.',
  holds:
    'The product of the norms is an upper bound. At exactly 1 the true gradient cannot explode, and it may still vanish underneath.',
  explodes:
    'The product of the norms is an upper bound. Above 1 it proves nothing: the true gradient can explode, but it may also hold or vanish underneath.',
};

function verdictStep(model: Model, factor: Expression<number>): Step {
  const read = (verdict: Model['verdict']): Expression<string> => word(verdict, verdicts[verdict]);
  const slack = given('\\varepsilon', TOLERANCE);
  const verdict = named(
    '\\text{verdict}',
    cases(
      [
        [compare(abs(subtract(factor, 1)), '≤', slack), read('holds')],
        [compare(factor, '<', 1), read('vanishes')],
      ],
      read('explodes'),
    ),
    { part: 'verdict' },
  );
  return {
    id: 'verdict',
    title: 'What an upper bound can prove',
    say: [`${says[model.verdict]} `, ...prose`Rounding is allowed for by ${slack}.`],
    lines: [verdict],
    highlights: ['factor', 'verdict', 'bound'],
    reveals: { verdict },
  };
}

function halfLifeStep(model: Model, factor: Expression<number>): Step {
  const { verdict, half_life } = model;
  if (half_life === undefined) {
    const doubling = named('t_2', divide(log(2), log(factor)), { part: 'half_life' });
    return {
      id: 'half_life',
      title: 'How soon the bound doubles',
      say: [
        'Nothing halves here. Ask instead after how many steps $t$ the bound has doubled: solve $\\gamma^t = 2$ with logarithms.',
      ],
      lines: [doubling],
      highlights: ['factor', 'half_life'],
    };
  }
  const body = verdict === 'holds' ? constant(Infinity) : divide(log(0.5), log(factor));
  const half = named('t_{1/2}', body, { part: 'half_life' });
  return {
    id: 'half_life',
    title: 'The half-life: how long half of it lasts',
    say: [lasts(model)],
    lines: [half],
    highlights: ['factor', 'half_life'],
    reveals: { half_life: half },
  };
}

function lasts({ verdict, factor }: Model): string {
  if (verdict === 'holds')
    return 'At a factor of 1 the bound never falls to half: it lasts for ever.';
  if (factor === 0) return 'At a factor of 0 all of the gradient is gone at once.';
  return 'After how many steps $t$ is half of the gradient left? Solve $\\gamma^t = \\tfrac12$ by taking logarithms of both sides.';
}
