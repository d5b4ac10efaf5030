import { kernel, spread, type CpuCall, type WasmForm } from '../../src/compute/kernel';
import rows from './softmax.wgsl?raw';
import tiled from './softmax.tiled.wgsl?raw';
import vec4 from './softmax.vec4.wgsl?raw';
import modules from './softmax.wasm.ts?simd';

/** Numbers copied into WebAssembly at a time: they stay in the second cache until they come out. */
const PIECE = 2 ** 16;

const wasm: WasmForm = {
  modules,
  run(heap, { dimensions: { rows, columns }, buffers: { scores, probabilities } }) {
    const step = Math.max(1, Math.floor(PIECE / columns));
    for (let row = 0; row < rows; row += step) {
      const count = Math.min(step, rows - row);
      heap.piece(() => {
        const from = row * columns;
        const piece = heap.outputFrom(scores, probabilities, from, count * columns);
        heap.functions.softmax(piece, count, columns);
      });
    }
  },
};

/** What `cpu` does, without its arrays in between. */
function inPlace({ dimensions: { rows, columns }, buffers: { scores, probabilities } }: CpuCall) {
  for (let row = 0; row < rows; row += 1) {
    const start = row * columns;
    let m = scores[start];
    for (let i = start; i < start + columns; i += 1) if (scores[i] > m) m = scores[i];
    let l = 0;
    for (let i = start; i < start + columns; i += 1) {
      const power = Math.exp(scores[i] - m);
      probabilities[i] = power;
      l += power;
    }
    const share = 1 / l;
    for (let i = start; i < start + columns; i += 1) probabilities[i] *= share;
  }
}

/**
 * The softmax of each row: exp(x − m) / Σ exp(x − m), where m is the largest score of the row, so
 * that nothing overflows. A masked score is a number far below the others, such as −10³⁰, not −∞; a
 * row that is masked throughout has equal shares.
 * Source: Goodfellow, Bengio and Courville, 2016, “Deep Learning”, section 4.1.
 */
export default kernel({
  name: 'softmax',
  dimensions: ['rows', 'columns'],
  reads: { scores: { shape: ['rows', 'columns'], fill: (random) => 4 * random.normal() } },
  writes: { probabilities: { shape: ['rows', 'columns'] } },
  division: () => ({ along: 'rows', buffers: ['scores', 'probabilities'] }),
  variants: {
    tiled: { wgsl: tiled, barriers: true, workgroups: ({ rows }) => spread(rows, 1) },
    vec4: {
      wgsl: vec4,
      fits: ({ columns }) => columns % 4 === 0,
      workgroups: ({ rows }) => spread(rows, 32),
    },
    rows: { wgsl: rows, workgroups: ({ rows }) => spread(rows, 32) },
  },
  cpu({ dimensions: { rows, columns }, buffers: { scores, probabilities } }) {
    for (let row = 0; row < rows; row += 1) {
      const line = Array.from(scores.subarray(row * columns, (row + 1) * columns));
      const m = line.reduce((a, b) => Math.max(a, b));
      const powers = line.map((score) => Math.exp(score - m));
      const l = powers.reduce((a, b) => a + b);
      powers.forEach((power, column) => {
        probabilities[row * columns + column] = power / l;
      });
    }
  },
  fast: inPlace,
  wasm,
  bound: {
    absolute: 1e-6,
    relative: 3e-5,
    why: 'a difference of scores up to 40 is off by 2⁻¹⁹, which the exponential turns into a relative error; exponentials of WGSL add 3 + 2·40 units of 2⁻²⁴ and a sum of 70,000 in pieces less than 300, and shares below 10⁻³⁸ may become 0',
  },
  edges: [
    {
      title: 'a single score has the whole share',
      dimensions: { rows: 2, columns: 1 },
      buffers: { scores: [-5, 700] },
      expected: { probabilities: [1, 1] },
    },
    {
      title: 'equal scores have equal shares',
      dimensions: { rows: 1, columns: 4 },
      buffers: { scores: [3, 3, 3, 3] },
      expected: { probabilities: [0.25, 0.25, 0.25, 0.25] },
    },
    {
      title: 'scores of a thousand do not overflow',
      dimensions: { rows: 1, columns: 2 },
      buffers: { scores: [1000, 1000 + Math.LN2] },
      expected: { probabilities: [1 / 3, 2 / 3] },
    },
    {
      title: 'a masked score has no share, and a row masked throughout equal ones',
      dimensions: { rows: 2, columns: 3 },
      buffers: { scores: [1, -1e30, 1, -1e30, -1e30, -1e30] },
      expected: { probabilities: [0.5, 0, 0.5, 1 / 3, 1 / 3, 1 / 3] },
    },
    {
      title: 'a row longer than what is copied at a time, its sum over many small shares',
      dimensions: { rows: 2, columns: 70_000 },
    },
  ],
});
