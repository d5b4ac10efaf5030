import {
  kernel,
  spread,
  type CpuCall,
  type Dimensions,
  type Knobs,
  type WasmForm,
} from '../../src/compute/kernel';
import { activations } from '../lib/activation';
import activation from '../lib/activation.wgsl?raw';
import front from './lib/matmul.wgsl?raw';
import given from './lib/matmul_any.wgsl?raw';
import quads from '../lib/quads.wgsl?raw';
import blocks from './matmul.wgsl?raw';
import subgroups from './matmul.subgroups.wgsl?raw';
import tiled from './matmul.tiled.wgsl?raw';
import transposeA from './matmul.transposeA.wgsl?raw';
import transposeB from './matmul.transposeB.wgsl?raw';
import vec4 from './matmul.vec4.wgsl?raw';
import modules from './matmul.wasm.ts?simd';

const flag = { type: 'u32', min: 0, max: 1 } as const;

/** Whether sizes are made of whole vec4. */
const whole = (...sizes: number[]): boolean => sizes.every((size) => size % 4 === 0);

/** Whether rows are made of whole vec4, and both factors lie as they are multiplied. */
const even = ({ inner, columns }: Dimensions, { transposeA, transposeB }: Knobs): boolean =>
  transposeA === 0 && transposeB === 0 && whole(inner, columns);

/** Workgroups when each takes blocks of so many rows and columns of the result. */
const blocksOf =
  (tall: number, wide: number, perGroup: number) =>
  ({ batch, rows, columns }: Dimensions): readonly [number, number, number] =>
    spread(batch * Math.ceil(rows / tall) * Math.ceil(columns / wide), perGroup);

/** How far apart neighbours along rows of a, along columns of b, and along the sum lie. */
function strides({ dimensions: { rows, inner, columns }, knobs }: CpuCall) {
  const a = knobs.transposeA === 1 ? { row: 1, step: rows } : { row: inner, step: 1 };
  const b = knobs.transposeB === 1 ? { column: inner, step: 1 } : { column: 1, step: columns };
  return { a, b };
}

const wasm: WasmForm = {
  modules,
  run(heap, { dimensions, knobs, buffers }) {
    const { batch, rows, inner, columns } = dimensions;
    const { biased, transposeA, transposeB } = knobs;
    const bias = biased === 1 ? heap.input(buffers.bias) : 0;
    const work = heap.floats(heap.functions.workspace() / 4);
    const [a, b, c] = [heap.input(buffers.a), heap.input(buffers.b), heap.output(buffers.c)];
    for (let matrix = 0; matrix < batch; matrix += 1) {
      heap.functions.matmul(
        a + matrix * rows * inner * 4,
        b + matrix * inner * columns * 4,
        bias,
        c + matrix * rows * columns * 4,
        rows,
        columns,
        inner,
        transposeA,
        transposeB,
        knobs.activation,
        work,
      );
    }
  },
};

/**
 * Products of matrices, c = activation(a·b + bias): a of rows × inner, b of inner × columns, as many
 * of each as `batch` says. With `transposeA` a lies as inner × rows, with `transposeB` b as
 * columns × inner. `bias` has one number for each column and is added when `biased` is 1;
 * `activation` is one of `activationIndex` in shaders/lib/activation.ts.
 * Source: Golub and Van Loan, “Matrix Computations”, section 1.1; blocks as in shaders/lib/product.wasm.ts.
 */
export default kernel({
  name: 'matmul',
  dimensions: ['batch', 'rows', 'inner', 'columns'],
  knobs: {
    transposeA: flag,
    transposeB: flag,
    biased: flag,
    activation: { type: 'u32', min: 0, max: activations.length - 1 },
  },
  reads: {
    a: { shape: ['batch', 'rows', 'inner'] },
    b: { shape: ['batch', 'inner', 'columns'] },
    bias: { shape: ['columns'] },
  },
  writes: { c: { shape: ['batch', 'rows', 'columns'] } },
  division({ batch }, { transposeA }) {
    if (batch > 1) return { along: 'batch', buffers: ['a', 'b', 'c'] };
    return transposeA === 1 ? undefined : { along: 'rows', buffers: ['a', 'c'] };
  },
  variants: {
    tiled: { wgsl: activation + given + tiled, barriers: true, workgroups: blocksOf(64, 64, 1) },
    subgroups: {
      wgsl: quads + activation + front + subgroups,
      needs: 'subgroups',
      workgroups: blocksOf(12, 16, 16),
      // A small part of a block is sooner done in smaller ones.
      fits: (dimensions, knobs) =>
        even(dimensions, knobs) && dimensions.rows > 4 && dimensions.columns > 8,
    },
    vec4: { wgsl: activation + front + vec4, workgroups: blocksOf(4, 8, 64), fits: even },
    transposeA: {
      wgsl: activation + front + transposeA,
      workgroups: blocksOf(4, 8, 64),
      fits: ({ rows, inner, columns }, knobs) =>
        knobs.transposeA === 1 && knobs.transposeB === 0 && whole(rows, inner, columns),
    },
    transposeB: {
      wgsl: activation + front + transposeB,
      workgroups: blocksOf(4, 8, 64),
      fits: ({ inner, columns }, knobs) =>
        knobs.transposeA === 0 && knobs.transposeB === 1 && whole(inner, columns),
    },
    blocks: { wgsl: activation + given + blocks, workgroups: blocksOf(4, 4, 64) },
  },
  cpu(call) {
    const { batch, rows, inner, columns } = call.dimensions;
    const { a, b, bias, c } = call.buffers;
    const { a: along, b: down } = strides(call);
    const finish = activations[call.knobs.activation];
    for (let matrix = 0; matrix < batch; matrix += 1) {
      for (let i = 0; i < rows; i += 1) {
        for (let j = 0; j < columns; j += 1) {
          let sum = call.knobs.biased === 1 ? bias[j] : 0;
          for (let k = 0; k < inner; k += 1) {
            const left = a[matrix * rows * inner + i * along.row + k * along.step];
            sum += left * b[matrix * inner * columns + j * down.column + k * down.step];
          }
          c[(matrix * rows + i) * columns + j] = finish(sum);
        }
      }
    }
  },
  fast: byRows,
  wasm,
  bound: {
    absolute: 1e-4,
    relative: 1e-5,
    why: 'each of up to 130 products of numbers near 1 is rounded to 2⁻²⁴ of a total of some tens; activations have slopes of at most 1.13 and are good to a few units of 2⁻²²',
  },
  suite: { largest: { batch: 3 } },
  edges: [
    {
      title: 'a matrix of one number',
      dimensions: { batch: 1, rows: 1, inner: 1, columns: 1 },
      knobs: { transposeA: 0, transposeB: 0, biased: 1, activation: 0 },
      buffers: { a: [2], b: [3], bias: [-1] },
      expected: { c: [5] },
    },
    {
      title: 'rows meet columns, not the other way round',
      dimensions: { batch: 1, rows: 1, inner: 2, columns: 2 },
      knobs: { transposeA: 0, transposeB: 0, biased: 0, activation: 0 },
      buffers: { a: [1, 10], b: [1, 2, 3, 4] },
      expected: { c: [31, 42] },
    },
    {
      title: 'both factors transposed',
      dimensions: { batch: 1, rows: 2, inner: 3, columns: 1 },
      knobs: { transposeA: 1, transposeB: 1, biased: 0, activation: 0 },
      buffers: { a: [1, 4, 2, 5, 3, 6], b: [1, 10, 100] },
      expected: { c: [321, 654] },
    },
    {
      title: 'each matrix of a batch meets its own factor, and all the same bias',
      dimensions: { batch: 2, rows: 1, inner: 1, columns: 4 },
      knobs: { transposeA: 0, transposeB: 0, biased: 1, activation: 1 },
      buffers: { a: [1, -1], b: [1, 2, 3, 4, 1, 2, 3, 4], bias: [0, 0, 0, 10] },
      expected: { c: [1, 2, 3, 14, 0, 0, 0, 6] },
    },
    {
      title: 'whole vec4, with more rows and a deeper sum than one block holds',
      dimensions: { batch: 1, rows: 70, inner: 260, columns: 12 },
      knobs: { transposeA: 0, transposeB: 0, biased: 1, activation: 0 },
    },
    {
      title: 'whole vec4 on all sides, the first factor transposed',
      dimensions: { batch: 2, rows: 36, inner: 8, columns: 20 },
      knobs: { transposeA: 1, transposeB: 0, biased: 1, activation: 0 },
    },
    {
      title: 'whole vec4 of steps and columns, the second factor transposed',
      dimensions: { batch: 2, rows: 35, inner: 12, columns: 20 },
      knobs: { transposeA: 0, transposeB: 1, biased: 1, activation: 0 },
    },
    {
      title: 'more columns than one block holds, with a rest of one',
      dimensions: { batch: 1, rows: 5, inner: 3, columns: 513 },
      knobs: { transposeA: 0, transposeB: 1, biased: 0, activation: 2 },
    },
    {
      title: 'tanh and the logistic curve end at their limits',
      dimensions: { batch: 1, rows: 1, inner: 1, columns: 4 },
      knobs: { transposeA: 0, transposeB: 0, biased: 0, activation: 2 },
      buffers: { a: [1], b: [300, -300, 1e-6, 0] },
      expected: { c: [1, -1, 1e-6, 0] },
    },
    {
      title: 'the logistic curve of large numbers does not overflow',
      dimensions: { batch: 1, rows: 1, inner: 1, columns: 4 },
      knobs: { transposeA: 0, transposeB: 0, biased: 0, activation: 3 },
      buffers: { a: [1], b: [300, -300, 0, 30] },
      expected: { c: [1, 0, 0.5, 1] },
    },
  ],
});

/** Four rows of b at a time go over a whole row of sums, which stays in the cache. */
function byRows(call: CpuCall): void {
  const { batch, rows, inner, columns } = call.dimensions;
  const { a, b, bias, c } = call.buffers;
  const { a: along, b: down } = strides(call);
  const finish = activations[call.knobs.activation];
  const sums = new Float64Array(columns);
  for (let matrix = 0; matrix < batch; matrix += 1) {
    const right = matrix * inner * columns;
    for (let i = 0; i < rows; i += 1) {
      const left = matrix * rows * inner + i * along.row;
      if (call.knobs.biased === 1) sums.set(bias);
      else sums.fill(0);
      let k = 0;
      for (; k + 4 <= inner; k += 4) {
        const [x0, x1, x2, x3] = [0, 1, 2, 3].map((d) => a[left + (k + d) * along.step]);
        let at = right + k * down.step;
        for (let j = 0; j < columns; j += 1, at += down.column) {
          sums[j] +=
            x0 * b[at] +
            x1 * b[at + down.step] +
            x2 * b[at + 2 * down.step] +
            x3 * b[at + 3 * down.step];
        }
      }
      for (; k < inner; k += 1) {
        const x = a[left + k * along.step];
        let at = right + k * down.step;
        for (let j = 0; j < columns; j += 1, at += down.column) sums[j] += x * b[at];
      }
      const to = (matrix * rows + i) * columns;
      for (let j = 0; j < columns; j += 1) c[to + j] = finish(sums[j]);
    }
  }
}
