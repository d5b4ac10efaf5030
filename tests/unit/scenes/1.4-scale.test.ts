import { expect, test } from 'vitest';
import { openConvolutional } from '../../../scenes/01-foundations/1.4-gradient-check/convolutional';
import {
  differencesOf,
  upAndDown,
} from '../../../scenes/01-foundations/1.4-gradient-check/differences';
import { fields } from '../../../scenes/01-foundations/1.4-gradient-check/layers-field';
import {
  bugOf,
  countOf,
  EPSILON,
  layersOf,
  parameterAt,
  placeOf,
} from '../../../scenes/01-foundations/1.4-gradient-check/settings';
import { compare, judge } from '../../../scenes/01-foundations/1.4-gradient-check/verdict';
import { CpuCompute } from '../../../src/compute/cpu';
import { findKernel } from '../../../src/compute/find-kernel';
import { Twins } from '../../../src/compute/twins';
import { LocalPort } from '../../../src/compute/worker-port';

const networks = ['tanh', 'digits'] as const;

test.each(networks)('every parameter of %s has one place, and cells of its own', (network) => {
  const layers = layersOf[network];
  const field = fields[network];
  for (let parameter = 0; parameter < countOf(layers); parameter += 7) {
    const place = placeOf(layers, parameter);
    expect(parameterAt(layers, place)).toBe(parameter);
    const [column, row] = field.middleOf(place.layer, place.unit, place.source);
    const cell = { column: Math.floor(column), row: Math.floor(row) };
    expect(field.parameterIn(cell)).toBe(parameter);
  }
  const gap = { column: field.columnOf(1) - 1, row: 0 };
  expect(field.parameterIn(gap)).toBeUndefined();
  expect(field.parameterIn({ column: 0, row: field.side })).toBeUndefined();
});

test('the tape’s gradients pass the check, and of those the planted bug alone does not', async () => {
  const port = (): LocalPort => new LocalPort(findKernel);
  const compute = CpuCompute.open(port(), new Twins(port));
  const network = await openConvolutional(16);
  const right = await network.gradients(compute, undefined);
  const planted = (['a', 'b', 'c'] as const).map((bug) => bugOf({ network: 'digits', bug })!);
  const wrong = planted.map((place) => parameterAt(network.layers, place));
  const followed = [...right.keys()].filter((which) => which % 7 === 0 || wrong.includes(which));
  const moves = upAndDown(followed, EPSILON.digits);
  const losses = await network.losses(compute, moves, {});
  expect((await network.check(compute, moves, losses)).holds).toBe(true);
  const central = differencesOf(moves, losses);
  const judged = (gradients: Float32Array) =>
    judge(
      compare(
        Float32Array.from(followed, (which) => gradients[which]),
        central,
      ),
    );
  expect(judged(right).failed).toBe(0);
  for (const [i, place] of planted.entries()) {
    const { failed, worst } = judged(await network.gradients(compute, place));
    expect({ failed, worst: followed[worst] }).toEqual({ failed: 1, worst: wrong[i] });
  }
});
