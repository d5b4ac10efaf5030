import {
  at,
  divide,
  given,
  index,
  log,
  matrixOf,
  multiply,
  named,
  negate,
  prose,
  row,
  scaleBy,
  significant,
  softmaxRow,
  subtract,
  sum,
  symbolOf,
  word,
  wordsOf,
  type Step,
} from '../../../src/author';
import type { Model } from './model';
import { lines, order, otherCase, ownCase } from './proof';

export function* solution(model: Model): Generator<Step> {
  const { logits, target } = model;
  const z = given('z', logits, { role: 'input', part: 'logits' });
  const y = index('y', target);
  const p = named('p', softmaxRow(z), { role: 'activation', part: 'p' });
  yield {
    id: 'p',
    title: 'Softmax makes shares of the logits',
    say: prose`Every logit goes through the exponential function, and each result is divided by the sum of all. The probabilities ${symbolOf(p)} are positive and sum to 1.`,
    lines: [p],
    reveals: { p },
  };

  const p_y = at(p, y);
  const loss = named('L', negate(log(p_y)), { role: 'gradient', part: 'loss' });
  yield {
    id: 'loss',
    title: 'The loss sees one of them',
    say: prose`Cross-entropy takes the logarithm of the probability of the target ${symbolOf(y)}. It is 0 where the model is sure and right, and grows without bound where it is sure and wrong.`,
    lines: [loss],
    reveals: { loss },
  };

  const slope = named('\\frac{\\partial L}{\\partial p_y}', negate(divide(1, p_y)), {
    part: 'slope',
  });
  yield {
    id: 'chain',
    title: 'Chain rule: first through the logarithm',
    say: prose`A logit $z_i$ reaches the loss through ${symbolOf(p_y)} alone. So the derivative is a product: how the loss answers to ${symbolOf(p_y)}, times how ${symbolOf(p_y)} answers to $z_i$.`,
    lines: [lines.chain, slope],
    highlights: [`p.${target}`, 'slope'],
  };

  const J = named(
    'J',
    matrixOf(
      logits.length,
      logits.length,
      (j, i) => multiply(at(p, j), subtract(i === j ? 1 : 0, at(p, i))),
      { tex: 'p_j(\\delta_{ij} - p_i)', worked: false },
    ),
    { part: 'jacobian' },
  );
  yield {
    id: 'jacobian',
    title: 'Then through the softmax',
    say: prose`Raising its own logit raises ${symbolOf(p_y)}. Raising another lowers it, since the sum below the line grows. With $\\delta_{iy} = 1$ where $i = y$ and 0 elsewhere, the Jacobian ${symbolOf(J)} holds both cases.`,
    lines: [ownCase, ...(logits.length > 1 ? [otherCase] : []), J],
    highlights: ['p', `jacobian.${target}`],
  };

  const contracted = named('\\nabla_z L', scaleBy(row(J, y), slope), {
    role: 'gradient',
    part: 'grad',
  });
  yield {
    id: 'contract',
    title: 'Multiply the two',
    say: prose`The loss sees ${symbolOf(p_y)} alone, so of the Jacobian only row ${symbolOf(y)} counts. Each of its entries is multiplied by $-1/p_y$.`,
    lines: [lines.jacobian, contracted],
    highlights: ['slope', `jacobian.${target}`, 'grad'],
    reveals: { grad: contracted },
  };

  const e = given('e_y', model.onehot, { role: 'value', part: 'target' });
  const grad = named('\\nabla_z L', subtract(p, e), { role: 'gradient', part: 'grad' });
  yield {
    id: 'cancel',
    title: 'The probability of the target cancels',
    say: prose`What is left is the probabilities minus the one-hot vector ${symbolOf(e)}, which is 1 at the target and 0 elsewhere: what the model said, minus what it should have said.`,
    lines: [lines.cancel, lines.result, grad],
    highlights: ['p', 'grad'],
    reveals: { proof: wordsOf(order.map((id) => word(id))) },
  };

  const total = named(
    's',
    sum('i', 0, logits.length - 1, (i) => at(grad, i)),
    { format: significant(3, 1e-12), part: 'sum' },
  );
  yield {
    id: 'balance',
    title: 'Every logit moves, and the moves balance',
    say: prose`Descent raises the logit of the target and lowers each of the others in proportion to its probability. The entries sum to 0, since the probabilities and the one-hot vector both sum to 1.`,
    lines: [total],
    highlights: ['grad', 'sum'],
  };
}
