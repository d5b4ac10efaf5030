import { describe, expect, test } from 'vitest';
import lstm from '../../../shaders/recurrent/lstm';
import lstmGradient from '../../../shaders/recurrent/lstm_gradient';
import matmul from '../../../shaders/dense/matmul';
import rnn from '../../../shaders/recurrent/rnn';
import rnnGradient from '../../../shaders/recurrent/rnn_gradient';
import { executeTwin } from '../../../src/compute/executor';
import type { Kernel } from '../../../src/compute/kernel';
import type { Numbers } from '../../../src/compute/numbers';
import { Random } from '../../../src/math/random';

const dimensions = { steps: 5, batch: 2, hidden: 3 };
const { steps, batch, hidden } = dimensions;
const INPUTS = 2;
const STEP = 1e-5;

/** Rows of a times rows of b as they lie, or a on its side: every product a layer of its kind needs. */
function product(
  a: Numbers,
  b: Numbers,
  [rows, inner, columns]: readonly [number, number, number],
  transposeA = 0,
): Numbers {
  return executeTwin(matmul, {
    dimensions: { batch: 1, rows, inner, columns },
    knobs: { transposeA, transposeB: 0, biased: 0, activation: 0 },
    buffers: { a, b, bias: new Float64Array(columns) },
  }).c;
}

describe.each<[string, Kernel, Kernel, string, number]>([
  ['rnn', rnn, rnnGradient, 'w_hh', 1],
  ['lstm', lstm, lstmGradient, 'u', 4],
])('a layer made of %s and matmul', (_, forward, gradient, recurrent, gates) => {
  const random = new Random(11);
  const normals = (length: number) => Float64Array.from({ length }, () => random.normal());
  const x = normals(steps * batch * INPUTS);
  const weights = {
    input: normals(INPUTS * gates * hidden),
    recurrent: normals(hidden * gates * hidden),
  };
  const start = { h0: normals(batch * hidden), ...(gates > 1 && { c0: normals(batch * hidden) }) };
  const arriving = normals(steps * batch * hidden);

  const run = (w: typeof weights): Record<string, Numbers> => {
    const projected = product(x, w.input, [steps * batch, INPUTS, gates * hidden]);
    const buffers = { projected, [recurrent]: w.recurrent, ...start };
    return executeTwin(forward, { dimensions, buffers });
  };

  const slopes = (name: keyof typeof weights): number[] =>
    Array.from(weights[name], (_, i) => {
      const lossAt = (step: number): number => {
        const moved = weights[name].map((value, j) => (i === j ? value + step : value));
        const { h } = run({ ...weights, [name]: moved });
        return arriving.reduce((sum, value, at) => sum + value * h[at], 0);
      };
      return (lossAt(STEP) - lossAt(-STEP)) / (2 * STEP);
    });

  const outputs = run(weights);
  const back = executeTwin(gradient, {
    dimensions,
    buffers: Object.fromEntries(
      Object.entries({
        ...start,
        ...outputs,
        [recurrent]: weights.recurrent,
        upstream: arriving,
      }).filter(([name]) => name in gradient.reads!),
    ),
  });
  const { projected_gradient } = back;

  test('the gradient of its recurrent weights is h_prevᵀ·projected_gradient', () => {
    const found = product(
      outputs.h_prev,
      projected_gradient,
      [hidden, steps * batch, gates * hidden],
      1,
    );
    slopes('recurrent').forEach((slope, i) => expect(found[i]).toBeCloseTo(slope, 6));
  });

  test('the gradient of its input weights is xᵀ·projected_gradient', () => {
    const found = product(x, projected_gradient, [INPUTS, steps * batch, gates * hidden], 1);
    slopes('input').forEach((slope, i) => expect(found[i]).toBeCloseTo(slope, 6));
  });

  test('two halves, the second begun where the first ended, are the whole', () => {
    const half = (data: Numbers, from: number, to: number) =>
      data.slice((data.length / steps) * from, (data.length / steps) * to);
    const projected = product(x, weights.input, [steps * batch, INPUTS, gates * hidden]);
    const part = (from: number, to: number, begin: Record<string, Numbers>) =>
      executeTwin(forward, {
        dimensions: { ...dimensions, steps: to - from },
        buffers: {
          projected: half(projected, from, to),
          [recurrent]: weights.recurrent,
          ...begin,
        },
      });
    const first = part(0, 2, start);
    const ended = {
      h0: first.h.slice(-batch * hidden),
      ...(gates > 1 && { c0: first.c.slice(-batch * hidden) }),
    };
    expect([...first.h, ...part(2, steps, ended).h]).toEqual([...outputs.h]);
  });
});
