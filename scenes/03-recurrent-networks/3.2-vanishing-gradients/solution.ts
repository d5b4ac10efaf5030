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
  type Prose,
  type Step,
} from '../../../src/author';
import { beyondFloat64, LOST, SMALLEST_NORMAL, TOLERANCE, type Model } from './model';

/** Steps of the solution, by the step number that shows them. */
export const steps = { factor: 1, after: 2, verdict: 3, half_life: 4 } as const;

/** How `after` is shown. */
export const threeDigits = significant(3);

export function* solution(model: Model): Generator<Step> {
  const W = given('\\lVert W\\rVert', model.w_norm, { role: 'weight', part: 'w_norm' });
  const slope = given("\\tanh'", model.tanh_prime, {
    role: 'activation',
    part: 'tanh_prime',
  });
  const T = given('T', model.steps, { part: 'steps' });

  const factor = named('\\gamma', multiply(W, slope), { role: 'gradient', part: 'factor' });
  yield {
    id: 'factor',
    title: 'One step back is one factor',
    say: prose`One step back, the chain rule multiplies the gradient by the transposed weights and by the slope of tanh at each unit. The norm of a product is at most the product of the norms:`,
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
    say: [
      ...prose`The same factor acts at every step, so factors multiply and do not add. `,
      ...kept(model),
    ],
    lines: [after],
    highlights: ['after', 'row', 'lost', 'smallest'],
    reveals: { after },
  };

  yield verdictStep(model, factor);
  yield halfLifeStep(model, factor);
}

/** What of it float32, and float64, can still hold. */
function kept(model: Model): Prose {
  const { factor, after } = model;
  if (factor === 0) return prose`A factor of 0 leaves nothing from the first step on.`;
  if (model.verdict === 'holds')
    return prose`At a factor of 1 nothing is lost and nothing is gained.`;
  const beyond = beyondFloat64(model);
  if (beyond === 'underflows') {
    return prose`What is left is smaller than the smallest number of float64, so the computer, and this page, say 0.`;
  }
  if (beyond === 'overflows') {
    return prose`What comes out is larger than the largest number of float64, so the computer, and this page, say ∞.`;
  }
  if (after > 1) return prose`Above 1 that is growth, as steep as the decay is below 1.`;
  if (after < SMALLEST_NORMAL) {
    return prose`Here it is below the smallest normal float32: a graphics card may round it to 0.`;
  }
  if (after < LOST) {
    return prose`Here it is too small to change a float32 of size 1 at all: the addition is rounded away.`;
  }
  return prose`From 2⁻²⁴ on down, a gradient added to a float32 of size 1 would be rounded away.`;
}

const says: Readonly<Record<Model['verdict'], string>> = {
  vanishes:
    'The product of the norms is an upper bound. Below 1 it is a proof: whatever the true gradient is, it lies under a curve that shrinks to nothing, so the gradient vanishes.',
  holds:
    'The product of the norms is an upper bound. At exactly 1 it neither grows nor shrinks: the gradient cannot explode, and it may still vanish underneath.',
  explodes:
    'The product of the norms is an upper bound. Above 1 it proves nothing: the gradient can explode, but it may as well hold or vanish underneath. It takes directions that W stretches at every step.',
};

function verdictStep(model: Model, factor: Expression<number>): Step {
  const verdict = named(
    '\\text{verdict}',
    cases(
      [
        [compare(abs(subtract(factor, 1)), '≤', constant(TOLERANCE)), word('holds')],
        [compare(factor, '<', 1), word('vanishes')],
      ],
      word('explodes'),
    ),
    { part: 'verdict' },
  );
  return {
    id: 'verdict',
    title: 'What an upper bound can prove',
    say: [says[model.verdict]],
    lines: [verdict],
    highlights: ['verdict', 'bound'],
    reveals: { verdict },
  };
}

/** Why gated networks exist, in one sentence. */
const GATES =
  'LSTM and GRU exist for this: they add a path back through time whose factor is a gate, and the network can learn to hold it near 1.';

function halfLifeStep(model: Model, factor: Expression<number>): Step {
  const { verdict, half_life } = model;
  if (half_life === undefined) {
    const doubling = named('t_2', divide(log(2), log(factor)), { part: 'half_life' });
    return {
      id: 'half_life',
      title: 'How fast it may grow',
      say: ['Nothing halves here; what can be asked is how many steps double the bound. ', GATES],
      lines: [doubling],
      highlights: ['half_life'],
    };
  }
  const body = verdict === 'holds' ? constant(Infinity) : divide(log(0.5), log(factor));
  const half = named('t_{1/2}', body, { part: 'half_life' });
  return {
    id: 'half_life',
    title: 'How long half of it lasts',
    say: [lasts(model), GATES],
    lines: [half],
    highlights: ['half_life'],
    reveals: { half_life: half },
  };
}

function lasts({ verdict, factor }: Model): string {
  if (verdict === 'holds') return 'At a factor of 1 half of it is never lost: it lasts for ever. ';
  if (factor === 0)
    return 'At a factor of 0 all of it is gone after one step, half of it at once. ';
  return 'Half is left when γ to the power t is ½: take logarithms of both sides. ';
}
