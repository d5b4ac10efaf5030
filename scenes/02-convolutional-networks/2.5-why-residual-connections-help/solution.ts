import {
  add,
  decimals,
  given,
  multiply,
  named,
  power,
  prose,
  symbolOf,
  word,
  type Expression,
  type Prose,
  type Step,
} from '../../../src/author';
import { formatOf, type Model } from './model';

export function* solution(model: Model): Generator<Step> {
  const slope = given("F'", model.f_prime, { role: 'weight', part: 'f_prime' });
  const g = given('g', model.upstream, { role: 'gradient', part: 'upstream' });
  const D = given('D', model.depth, { part: 'depth' });
  const gradient = (tex: string, part: string, body: Expression<number>) =>
    named(tex, body, { role: 'gradient', part, format: formatOf(body.value) });

  const plain = gradient('g_{\\text{plain}}', 'grad_plain', multiply(g, slope));
  yield {
    id: 'plain',
    title: 'One path: a plain block',
    say: prose`Let ${symbolOf(g)} be the gradient that arrives at the output $y$. In a plain block $y = F(x)$, and the chain rule multiplies ${symbolOf(g)} by the derivative ${symbolOf(slope)} of the block.`,
    lines: [plain],
    reveals: { grad_plain: plain },
  };

  const skipped = named('g_{\\text{res}}', multiply(g, add(1, slope)), {
    role: 'gradient',
    part: 'grad_residual',
    format: decimals(3),
  });
  yield {
    id: 'residual',
    title: 'A skip adds a second path',
    say: prose`With a skip, $y = F(x) + x$. Now $x$ reaches $y$ on two paths, and the derivative of a sum is the sum of the derivatives: ${symbolOf(slope)} through the block, 1 over the skip.`,
    lines: [skipped],
    reveals: { backward: word('added'), grad_residual: skipped },
  };

  const plainAfter = gradient(
    'g_{\\text{plain}}^{(D)}',
    'plain_after',
    multiply(g, power(slope, D)),
  );
  const residualAfter = gradient(
    'g_{\\text{res}}^{(D)}',
    'residual_after',
    multiply(g, power(add(1, slope), D)),
  );
  yield {
    id: 'depth',
    title: 'Every block multiplies again',
    say: prose`Through ${D} blocks the factor acts ${symbolOf(D)} times. So both are powers, of ${symbolOf(slope)} without skips and of $1 + F'$ with them.`,
    lines: [plainAfter, residualAfter],
    highlights: ['plain_after', 'plain', 'residual_after', 'residual', 'depth'],
    reveals: { plain_after: plainAfter, residual_after: residualAfter },
  };

  const factor = named('\\rho', add(1, slope), { role: 'gradient', part: 'grad_residual' });
  yield {
    id: 'meaning',
    title: 'What the 1 is worth',
    say: meaning(model),
    lines: [factor],
    highlights: ['grad_residual', 'residual', 'plain'],
  };
}

/** What the factor of a block with a skip means for the network. */
function meaning({ f_prime, depth }: Model): Prose {
  const factor = 1 + f_prime;
  if (f_prime === 0)
    return [
      "A block that does nothing yet has $F' = 0$. Without skips it stops the gradient. With them the factor $\\rho = 1 + F'$ is 1: everything below still learns.",
    ];
  if (factor === 0)
    return [
      "Here the block undoes its own skip: $\\rho = 1 + F' = 0$. A skip is no guarantee. The gradient is lost when the two paths cancel.",
    ];
  if (Math.abs(factor) < 1)
    return [
      "Here the two paths work against each other: $\\rho = 1 + F'$ lies below 1 in size. The gradient shrinks with depth in spite of the skips.",
    ];
  const growth =
    Math.abs(factor) ** depth > 100
      ? "Here the gradient explodes with depth; normalisation keeps $F'$ small."
      : 'Small derivatives let the gradient through almost unchanged.';
  return [
    `The factor $\\rho = 1 + F'$ is near 1 as long as $F'$ is near 0, where a plain block lets nothing through. Above 1 in size it makes the gradient grow. ${growth}`,
  ];
}
