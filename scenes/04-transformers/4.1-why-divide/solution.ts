import {
  at,
  constant,
  divide,
  given,
  integer,
  log,
  multiply,
  named,
  negate,
  power,
  prose,
  softmaxRow,
  sqrt,
  subtract,
  sum,
  symbolOf,
  valueOf,
  word,
  type Expression,
  type Step,
  type Vector,
} from '../../../src/author';
import { KEYS } from './draws';
import type { Model } from './model';

export function* solution(model: Model): Generator<Step> {
  const d = given('d_k', model.d_k, { part: 'd_k' });
  const unit = (tex: string): Expression<number> => given(`E[${tex}]`, 1);

  const term = named('\\operatorname{Var}[q_ik_i]', multiply(unit('q_i^2'), unit('k_i^2')), {
    part: 'terms',
    format: integer,
  });
  yield {
    id: 'term',
    title: 'One product',
    say: prose`Entry by entry, $q_i$ meets $k_i$. Both have mean 0 and are independent, so their product has mean 0 too. Its variance is the mean of its square, which splits in two.`,
    lines: [term],
    highlights: ['terms'],
  };

  const variance = named('\\operatorname{Var}[q\\cdot k]', multiply(d, term), {
    part: 'variance',
    format: integer,
  });
  const std = named('\\sigma', sqrt(variance), { part: 'std' });
  yield {
    id: 'variance',
    title: 'All of them',
    say: prose`The dot product adds ${symbolOf(d)} such products. Means add to 0, and variances of independent terms add up. A typical score is as large as the standard deviation ${symbolOf(std)}, the root of that.`,
    lines: [variance, std],
    highlights: ['variance', 'std'],
    reveals: { variance, std },
  };

  const s = given('s', model.raw.scores, { part: 'raw_scores' });
  const raw = weighed('p', s, 'raw');
  yield {
    id: 'saturates',
    title: 'The softmax saturates',
    say: prose`Here are the scores ${symbolOf(s)} of one query with eight keys. A score larger by 1 gets a weight $e$ times as large. So on wide keys the largest takes nearly all. The entropy $H$ says how undecided the weights are: 0 is one key alone.`,
    lines: [raw.largest, raw.entropy],
    highlights: ['raw'],
  };
  yield {
    id: 'vanishes',
    title: 'Its gradient vanishes',
    say: prose`How much does the largest weight $p$ still move with its own score? By $g=p(1-p)$, which is almost 0 once $p$ is near 1. The other weights are then near 0 and move as little: attention stops learning.`,
    lines: [raw.gradient],
    highlights: ['raw'],
    reveals: { breaks: word(model.breaks) },
  };

  const c = named('c', model.scaled ? sqrt(d) : constant(1), { role: 'weight', part: 'scale' });
  const restored = named(
    '\\operatorname{Var}\\left[\\tfrac{q\\cdot k}{c}\\right]',
    divide(variance, power(c, 2)),
  );
  yield {
    id: 'scale',
    title: 'Divide by the standard deviation',
    say: model.scaled
      ? prose`A number divided by ${symbolOf(c)} has its variance divided by $c^2$. So the root of ${symbolOf(d)} brings the variance back to 1, whatever the width.`
      : prose`The scores are not divided here, so ${symbolOf(c)} is 1 and the variance stays as it is. Switch the division on, and it comes back to 1, whatever the width.`,
    lines: [c, restored],
    highlights: ['scale'],
    reveals: { scale: c },
  };

  const t = named('\\tilde s', divide(s, c), { part: 'divided_scores' });
  const divided = weighed('\\tilde p', t, 'divided');
  const most = valueOf(named('H_{\\max}', log(KEYS)));
  yield {
    id: 'restored',
    title: 'Attention can choose, and learn',
    say: model.scaled
      ? prose`Now several keys have a say, and the gradient reaches all of them. The entropy is far from 0; where all eight keys weigh the same, it is ${most}.`
      : prose`Undivided, the weights are as they were.`,
    lines: [divided.largest, divided.entropy, divided.gradient],
    highlights: ['divided'],
  };
}

/** The largest weight, the entropy and the gradient of a row of scores. */
function weighed(
  tex: string,
  scores: Expression<Vector>,
  part: 'raw' | 'divided',
): Record<'largest' | 'entropy' | 'gradient', Expression<number>> {
  const format = { role: 'activation', part } as const;
  const p = named(tex, softmaxRow(scores), format);
  const winner = p.value.indexOf(Math.max(...p.value));
  const largest = named(`${tex}_{\\max}`, at(p, winner), {
    role: 'activation',
    part: `${part}.largest`,
  });
  const entropy = named(
    tex === 'p' ? 'H' : '\\tilde H',
    negate(sum('j', 0, scores.value.length - 1, (j) => multiply(at(p, j), log(at(p, j))))),
    { part: `${part}.entropy` },
  );
  const gradient = named(tex === 'p' ? 'g' : '\\tilde g', multiply(largest, subtract(1, largest)), {
    role: 'gradient',
    part: `${part}.gradient`,
  });
  return { largest, entropy, gradient };
}
