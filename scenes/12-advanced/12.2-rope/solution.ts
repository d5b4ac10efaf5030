import {
  add,
  at,
  dotProduct,
  given,
  multiply,
  named,
  prose,
  rotatedEntries,
  subtract,
  symbolOf,
  vectorOf,
  word,
  wordsOf,
  type Expression,
  type Step,
  type Vector,
} from '../../../src/author';
import type { Model } from './model';
import { lines, order } from './proof';

/** A vector turned by an angle, which `tex` writes. */
function turned(v: Expression<Vector>, angle: Expression<number>, tex: string): Expression<Vector> {
  const entries = rotatedEntries(at(v, 0), at(v, 1), angle);
  return vectorOf(2, (i) => entries[i], { tex, worked: false });
}

export function* solution(model: Model): Generator<Step> {
  const q = given('q', model.q, { role: 'input', part: 'q' });
  const k = given('k', model.k, { role: 'value', part: 'k' });
  const m = given('m', model.m, { part: 'm' });
  const n = given('n', model.n, { part: 'n' });
  const theta = given('\\theta', model.theta, { role: 'weight', part: 'theta' });

  const alpha = named('\\alpha', multiply(m, theta), { part: 'alpha' });
  const beta = named('\\beta', multiply(n, theta), { part: 'beta' });
  const turnedQ = named('q_m', turned(q, alpha, 'R(\\alpha)\\,q'), {
    role: 'input',
    part: 'turned_q',
  });
  const turnedK = named('k_n', turned(k, beta, 'R(\\beta)\\,k'), {
    role: 'value',
    part: 'turned_k',
  });
  yield {
    id: 'turn',
    title: 'Turn each by its own position',
    say: prose`Every position turns a vector by ${theta} radians more. The query stands at ${m}, the key at ${n}. Turning $(x, y)$ by an angle $a$, written $R(a)$, makes $x \\cos a - y \\sin a$ and $x \\sin a + y \\cos a$.`,
    lines: [alpha, beta, turnedQ, turnedK],
    highlights: ['m', 'n', 'alpha', 'beta', 'turned_q', 'turned_k'],
  };

  const score = named('s', dotProduct(turnedQ, turnedK), { role: 'activation', part: 'dot' });
  yield {
    id: 'dot',
    title: 'Take the dot product',
    say: prose`Attention scores a key by the dot product of both. It depends on their lengths, which turning leaves alone, and on the angle between them.`,
    lines: [score],
    highlights: ['turned_q', 'turned_k', 'gap', 'dot'],
    reveals: { dot: score },
  };

  const d = named('d', subtract(n, m), { part: 'relative' });
  const apartK = named('k_d', turned(k, multiply(d, theta), 'R(d\\theta)\\,k'), {
    role: 'value',
    part: 'apart_k',
  });
  const same = named('s', dotProduct(q, apartK), { role: 'activation', part: 'dot' });
  yield {
    id: 'relative',
    title: 'Turn both back',
    say: prose`Turn both back by the angle of the query. The query is as it was, and the key is turned by the distance ${symbolOf(d)} alone. The angle between them has not changed, nor has the score.`,
    lines: [d, apartK, same],
    highlights: ['relative', 'q', 'apart_k', 'gap', 'dot'],
    reveals: { relative: d },
  };

  yield {
    id: 'proof',
    title: 'Why it holds for all numbers',
    say: prose`A matrix changes sides of a dot product transposed. A transposed rotation turns back, and rotations that follow each other add their angles. Of ${symbolOf(m)} and ${symbolOf(n)}, only the difference is left.`,
    lines: [lines.score, lines.across, lines.back, lines.merge, lines.result],
    highlights: ['relative', 'gap'],
    reveals: { proof: wordsOf(order.map((id) => word(id))) },
  };

  const shift = given('\\Delta', model.shift, { part: 'shift' });
  const moved = (v: Expression<Vector>, position: Expression<number>, tex: string) =>
    turned(v, multiply(add(position, shift), theta), tex);
  const movedQ = named('q_{m + \\Delta}', moved(q, m, 'R((m + \\Delta)\\theta)\\,q'), {
    role: 'input',
    part: 'moved_q',
  });
  const movedK = named('k_{n + \\Delta}', moved(k, n, 'R((n + \\Delta)\\theta)\\,k'), {
    role: 'value',
    part: 'moved_k',
  });
  const shifted = named("s'", dotProduct(movedQ, movedK), {
    role: 'activation',
    part: 'dot_shifted',
  });
  yield {
    id: 'shift',
    title: 'Move both on',
    say: prose`With ${shift} added to both positions, both turn by the same angle more. So two tokens have the same score wherever in a text they stand, as long as their distance is the same.`,
    lines: [movedQ, movedK, shifted],
    highlights: ['moved_q', 'moved_k', 'gap', 'dot_shifted'],
    reveals: { dot_shifted: shifted },
  };
}
