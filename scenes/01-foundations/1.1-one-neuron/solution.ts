import {
  add,
  at,
  cases,
  compare,
  constant,
  divide,
  exp,
  given,
  maximum,
  multiply,
  named,
  negate,
  power,
  prose,
  subtract,
  sum,
  symbolOf,
  tanh,
  vectorOf,
  type Expression,
  type Prose,
  type Step,
} from '../../../src/author';
import type { Activation, Model } from './model';

type Scalar = Expression<number>;

/** Each curve and its slope, as expressions, and what to say of them. */
const written: Readonly<
  Record<
    Activation,
    {
      says: string;
      curve(z: Scalar): Scalar;
      slope(z: Scalar, a: Scalar): Scalar;
      slopeSays: string;
    }
  >
> = {
  sigmoid: {
    says: 'The sigmoid squeezes any sum into the range from 0 to 1. A sum of 0 becomes exactly one half.',
    curve: (z) => divide(1, add(1, exp(negate(z)))),
    slope: (_, a) => multiply(a, subtract(1, a)),
    slopeSays:
      'The sigmoid is steepest at 0, where its slope is 0.25. Far from 0 it is almost flat.',
  },
  tanh: {
    says: 'The hyperbolic tangent squeezes any sum into the range from −1 to 1 and keeps its sign.',
    curve: tanh,
    slope: (_, a) => subtract(1, power(a, 2)),
    slopeSays: 'The tanh is steepest at 0, where its slope is 1. Far from 0 it is almost flat.',
  },
  relu: {
    says: 'The ReLU passes a positive sum on unchanged and turns everything else into 0.',
    curve: (z) => maximum(0, z),
    slope: (z) => cases([[compare(z, '>', 0), constant(1)]], constant(0)),
    slopeSays: 'The ReLU has a slope of 1 above 0. Below 0 it is flat: the neuron is off.',
  },
  identity: {
    says: 'The identity passes the sum on unchanged. Such a neuron is linear.',
    curve: (z) => z,
    slope: () => constant(1),
    slopeSays: 'The identity reacts equally everywhere.',
  },
};

export function* solution(model: Model): Generator<Step> {
  const count = model.x.length;
  const w = given('w', model.w, { role: 'weight', part: 'w' });
  const x = given('x', model.x, { role: 'input', part: 'x' });
  const b = given('b', model.b, { role: 'weight', part: 'b' });

  const each = vectorOf(count, (i) => multiply(at(w, i), at(x, i)), { tex: 'w_i\\,x_i' });
  const u = named('u', each, { role: 'activation', part: 'products' });
  yield {
    id: 'products',
    title: 'Weigh every input',
    say: prose`Each input ${symbolOf(x)} is multiplied by its own weight ${symbolOf(w)}. The sign of the weight says whether the input pushes the neuron up or down.`,
    lines: [u],
  };

  const total = add(
    sum('i', 0, count - 1, (i) => at(u, i)),
    b,
  );
  const z = named('z', total, { role: 'activation', part: 'z' });
  yield {
    id: 'sum',
    title: 'Add them up, and the bias',
    say: prose`The products are added. The bias ${symbolOf(b)} comes on top: no input touches it. The result ${symbolOf(z)} is the pre-activation.`,
    lines: [z],
    reveals: { z },
  };

  const { says, curve, slope, slopeSays } = written[model.activation];
  const a = named('a', curve(z), { role: 'activation', part: 'a' });
  yield {
    id: 'activation',
    title: 'Read the activation off the curve',
    say: [says],
    lines: [a],
    highlights: ['a', 'curve', 'z'],
    reveals: { a },
  };

  const reacts = named('\\frac{\\partial a}{\\partial z}', slope(z, a), {
    role: 'gradient',
    part: 'slope',
  });
  yield {
    id: 'slope',
    title: 'How strongly it reacts',
    say: [
      ...prose`The slope of the curve says how much ${symbolOf(a)} changes when ${symbolOf(z)} changes a little. `,
      slopeSays,
      ...learns(reacts.value),
    ],
    lines: [reacts],
  };
}

/** Learning goes through the slope. */
const learns = (slope: number): Prose =>
  Math.abs(slope) < 0.01 ? [' Here hardly anything gets back to the weights.'] : [];
