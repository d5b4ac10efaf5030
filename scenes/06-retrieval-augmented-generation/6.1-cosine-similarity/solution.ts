import {
  add,
  apply,
  at,
  constant,
  decimals,
  divide,
  dotProduct,
  given,
  multiply,
  named,
  prose,
  scaleBy,
  sqrt,
  symbolOf,
  type Step,
} from '../../../src/author';
import { arccos, type Model } from './model';

/** Degrees are shown with one decimal. */
export const degrees = decimals(1);

export function* solution(model: Model): Generator<Step> {
  const a = given('a', model.a, { role: 'input', part: 'a' });
  const b = given('b', model.b, { role: 'value', part: 'b' });
  const p = named('p', multiply(a, b), { part: 'products' });
  const entries = model.products.map((_, i) => at(p, i));
  const dot = named('a \\cdot b', add(...entries), { role: 'activation', part: 'dot' });
  yield {
    id: 'dot',
    title: 'The dot product',
    say: prose`The dot product multiplies entries in the same position, which gives the products ${symbolOf(p)}, and adds them up. It is large when the vectors point the same way, but also when they are long.`,
    lines: [p, dot],
    reveals: { dot },
  };

  const norm_a = named('\\lVert a \\rVert', sqrt(dotProduct(a, a)), {
    role: 'input',
    part: 'norm_a',
  });
  const norm_b = named('\\lVert b \\rVert', sqrt(dotProduct(b, b)), {
    role: 'value',
    part: 'norm_b',
  });
  yield {
    id: 'norms',
    title: 'Measure both arrows',
    say: prose`By Pythagoras, the length of an arrow is the root of the sum of its squared entries, the dot product with itself. It is called the norm and written ${symbolOf(norm_a)}.`,
    lines: [norm_a, norm_b],
    reveals: { norm_a, norm_b },
  };

  const cosine = named('\\cos\\theta', divide(dot, multiply(norm_a, norm_b)), {
    role: 'activation',
    part: 'cosine',
  });
  yield {
    id: 'cosine',
    title: 'Divide the lengths out',
    say: [
      'Let $\\theta$ be the angle between the arrows. Their dot product is $\\lVert a \\rVert\\,\\lVert b \\rVert\\cos\\theta$, so dividing by both norms leaves the cosine. In the picture each arrow shrinks to length 1. The cosine is the shadow of one on the other.',
    ],
    lines: [cosine],
    highlights: ['dot', 'norm_a', 'norm_b', 'cosine'],
    reveals: { cosine },
  };

  const theta = named('\\theta', apply('\\arccos', arccos, cosine), { part: 'radians' });
  const pi = named('\\pi', constant(Math.PI));
  const angle = named('\\theta^\\circ', multiply(theta, divide(180, pi)), {
    role: 'activation',
    part: 'angle',
    format: degrees,
  });
  yield {
    id: 'angle',
    title: 'Which angle has this cosine?',
    say: [
      'A cosine of 1 means the same direction, 0 a right angle, $-1$ opposite directions. The arccosine turns it back into the angle, in radians. A half turn is $\\pi$ radians or 180 degrees.',
    ],
    lines: [theta, angle],
    highlights: ['cosine', 'angle'],
    reveals: { angle },
  };

  const times = constant(model.stretch);
  const longer = symbolOf(named("a'", scaleBy(a, times), { role: 'input', part: 'longer' }));
  const product = named("a' \\cdot b", multiply(times, dot), {
    role: 'activation',
    part: 'longer_dot',
  });
  const length = named("\\lVert a' \\rVert", multiply(times, norm_a), {
    role: 'input',
    part: 'longer_norm',
  });
  const same = named("\\cos\\theta'", divide(product, multiply(length, norm_b)), {
    role: 'activation',
    part: 'longer_cosine',
  });
  yield {
    id: 'stretch',
    title: 'Stretch an arrow',
    say: prose`Twice as long, ${longer} has twice the dot product and twice the norm. The factor cancels, so the cosine stays. That is why search compares texts by it: a longer text is no better match.`,
    lines: [product, length, same],
    highlights: ['a', 'longer', 'longer_dot', 'longer_norm', 'longer_cosine'],
  };
}
