import {
  kernel,
  spread,
  type CpuCall,
  type Dimensions,
  type WasmForm,
} from '../../src/compute/kernel';
import type { Numbers } from '../../src/compute/numbers';
import rows from './attention.wgsl?raw';
import subgroups from './attention.subgroups.wgsl?raw';
import tiled from './attention.tiled.wgsl?raw';
import vec4 from './attention.vec4.wgsl?raw';
import modules from './attention.wasm.ts?simd';
import sizes from './lib/attention.wgsl?raw';
import front from './lib/attention_quads.wgsl?raw';
import quads from '../lib/quads.wgsl?raw';

/** Whether rows are made of whole vec4. */
const even = ({ width }: Dimensions): boolean => width % 4 === 0;

const wasm: WasmForm = {
  modules,
  run(heap, { dimensions, knobs, buffers }) {
    const { heads, tokens, width, rows } = dimensions;
    const { first, causal } = knobs;
    const keys = causal === 1 ? first + rows : tokens;
    const work = heap.floats(heap.functions.workspace(keys, width) / 4);
    const attend = (head: number): void => {
      const [all, own] = [head * tokens, head * tokens + first];
      const q = heap.input(buffers.q, own * width, rows * width);
      const k = heap.input(buffers.k, all * width, keys * width);
      const v = heap.input(buffers.v, all * width, keys * width);
      const attended = heap.output(buffers.attended, own * width, rows * width);
      const registers = heap.output(buffers.registers, own * 2, rows * 2);
      heap.functions.prepare(k, v, keys, width, work);
      heap.functions.attend(q, attended, registers, rows, first, keys, width, causal, work);
    };
    for (let head = 0; head < heads; head += 1) heap.piece(() => attend(head));
  },
};

/** Workgroups when each takes so many rows of one head. */
const rowsOf =
  (tall: number, perGroup: number) =>
  ({ heads, rows }: Dimensions): readonly [number, number, number] =>
    spread(heads * Math.ceil(rows / tall), perGroup);

/**
 * Scaled dot-product attention of heads over their own tokens, exact, causal or not, in one pass
 * over the keys: memory grows with the number of tokens, never with its square. `heads` are those of
 * all texts of a batch, one after the other, each with its tokens × width. Of each head the rows
 * `first` to `first + rows` are computed, the others left alone, so that long work can be cut into
 * pieces. `registers` keeps each row's largest scaled score m and sum l of exp(score − m); a weight
 * is exp(score − m) / l.
 * Source: Vaswani et al., 2017, sections 3.2.1 and 3.2.2; one pass as in Rabe and Staats, 2021,
 * section 2.
 */
export default kernel({
  name: 'attention',
  dimensions: ['heads', 'tokens', 'width', 'rows'],
  knobs: {
    first: { type: 'u32', min: 0, max: ({ tokens, rows }) => Math.max(0, tokens - rows) },
    causal: { type: 'u32', min: 0, max: 1 },
  },
  reads: {
    q: { shape: ['heads', 'tokens', 'width'] },
    k: { shape: ['heads', 'tokens', 'width'] },
    v: { shape: ['heads', 'tokens', 'width'] },
  },
  updates: {
    attended: { shape: ['heads', 'tokens', 'width'] },
    registers: { shape: ['heads', 'tokens', 2] },
  },
  division: ({ heads }) =>
    heads > 1
      ? { along: 'heads', buffers: ['q', 'k', 'v', 'attended', 'registers'] }
      : { along: 'rows', buffers: [], first: 'first' },
  variants: {
    tiled: { wgsl: sizes + front + tiled, barriers: true, fits: even, workgroups: rowsOf(32, 1) },
    subgroups: {
      wgsl: quads + sizes + front + subgroups,
      needs: 'subgroups',
      // Fewer queries are sooner done four at a time than with a workgroup half idle.
      fits: (dimensions) => even(dimensions) && dimensions.rows > 32,
      workgroups: ({ heads, rows }) => spread(heads * Math.ceil(rows / 64), 1),
    },
    vec4: { wgsl: sizes + front + vec4, fits: even, workgroups: rowsOf(4, 32) },
    rows: { wgsl: sizes + rows, workgroups: rowsOf(1, 64) },
  },
  check({ tokens, width, rows }) {
    if (width > 128) return `width is ${width}; a head is at most 128 wide`;
    return rows > tokens ? `${rows} rows are more than there are tokens, ${tokens}` : undefined;
  },
  cpu(call) {
    const { width } = call.dimensions;
    const { q, k, v, attended, registers } = call.buffers;
    eachRow(call, (i, from, end) => {
      const scores: number[] = [];
      for (let j = from; j < end; j += 1) {
        let score = 0;
        for (let d = 0; d < width; d += 1) score += q[i * width + d] * k[j * width + d];
        scores.push(score / Math.sqrt(width));
      }
      const m = scores.reduce((a, b) => Math.max(a, b));
      const powers = scores.map((score) => Math.exp(score - m));
      const l = powers.reduce((a, b) => a + b);
      for (let d = 0; d < width; d += 1) {
        const mixed = powers.reduce((sum, power, j) => sum + power * v[(from + j) * width + d], 0);
        attended[i * width + d] = mixed / l;
      }
      registers[2 * i] = m;
      registers[2 * i + 1] = l;
    });
  },
  fast: onePass,
  wasm,
  bound: {
    absolute: 2e-5,
    relative: 1e-4,
    why: 'scores of at most 128 products are off by about 2⁻²⁰, which the exponential turns into a relative error of the weights; l sums up to 8,192 of them in one float',
  },
  suite: { largest: { heads: 3, width: 128 } },
  edges: [
    {
      title: 'rows of whole vec4, in the middle of the text, under the causal mask',
      dimensions: { heads: 1, tokens: 75, width: 20, rows: 41 },
      knobs: { first: 30, causal: 1 },
    },
    {
      title: 'more keys than one block of scores holds',
      dimensions: { heads: 1, tokens: 300, width: 8, rows: 35 },
      knobs: { first: 265, causal: 0 },
    },
    {
      title: 'a block of keys that only the later queries may see',
      dimensions: { heads: 1, tokens: 300, width: 128, rows: 40 },
      knobs: { first: 240, causal: 1 },
    },
    {
      title: 'each head has its own tokens',
      dimensions: { heads: 2, tokens: 2, width: 1, rows: 1 },
      knobs: { first: 1, causal: 1 },
      buffers: {
        ...{ q: [0, 0, 0, 1000], k: [1, 5, 1, 2], v: [2, 4, 30, 50] },
        ...{ attended: [0, 0, 0, 0], registers: new Array<number>(8).fill(0) },
      },
      expected: { attended: [0, 3, 0, 50], registers: [0, 0, 0, 2, 0, 0, 2000, 1] },
    },
    {
      title: 'heads of a batch, a block of rows that ends within each',
      dimensions: { heads: 6, tokens: 50, width: 16, rows: 37 },
      knobs: { first: 5, causal: 1 },
    },
    {
      title: 'a single token takes away its own value',
      dimensions: { heads: 1, tokens: 1, width: 2, rows: 1 },
      knobs: { first: 0, causal: 0 },
      buffers: { v: [3, -4] },
      expected: { attended: [3, -4] },
    },
    {
      title: 'under the causal mask the first token sees only itself',
      dimensions: { heads: 1, tokens: 2, width: 1, rows: 1 },
      knobs: { first: 0, causal: 1 },
      buffers: { q: [1, 1], k: [1, 5], v: [7, 9], attended: [0, 0], registers: [0, 0, 0, 0] },
      expected: { attended: [7, 0], registers: [1, 1, 0, 0] },
    },
    {
      title: 'scores of a thousand do not overflow',
      dimensions: { heads: 1, tokens: 2, width: 1, rows: 2 },
      knobs: { first: 0, causal: 0 },
      buffers: { q: [1000, 1000], k: [1, 1], v: [2, 4] },
      expected: { attended: [3, 3], registers: [1000, 2, 1000, 2] },
    },
    {
      title: 'scores far below zero keep their shares',
      dimensions: { heads: 1, tokens: 2, width: 1, rows: 2 },
      knobs: { first: 0, causal: 0 },
      buffers: { q: [1000, 1000], k: [-1, -1], v: [2, 4] },
      expected: { attended: [3, 3], registers: [-1000, 2, -1000, 2] },
    },
  ],
});

/** Visits each row that is computed, with the keys it sees: from, up to end. */
function eachRow(call: CpuCall, visit: (i: number, from: number, end: number) => void): void {
  const { heads, tokens, rows } = call.dimensions;
  const { first, causal } = call.knobs;
  for (let from = 0; from < heads * tokens; from += tokens) {
    for (let i = from + first; i < from + first + rows; i += 1) {
      visit(i, from, causal === 1 ? i + 1 : from + tokens);
    }
  }
}

/** Four keys at a time, so that a query is read once for four dot products. */
const KEYS = 4;

function onePass(call: CpuCall): void {
  const { width } = call.dimensions;
  const { q, k, v, attended, registers } = call.buffers;
  const scale = 1 / Math.sqrt(width);
  const query = new Float64Array(width);
  const mixed = new Float64Array(width);
  const powers = new Float64Array(KEYS);
  eachRow(call, (i, start, end) => {
    for (let d = 0; d < width; d += 1) query[d] = q[i * width + d] * scale;
    mixed.fill(0);
    let m = -Infinity;
    let l = 0;
    for (let from = start; from < end; from += KEYS) {
      const count = Math.min(KEYS, end - from);
      scoreKeys(query, k, from, count, powers);
      let top = m;
      for (let c = 0; c < count; c += 1) top = Math.max(top, powers[c]);
      if (top > m) {
        const rescale = Math.exp(m - top);
        l *= rescale;
        for (let d = 0; d < width; d += 1) mixed[d] *= rescale;
        m = top;
      }
      for (let c = 0; c < KEYS; c += 1) powers[c] = c < count ? Math.exp(powers[c] - m) : 0;
      l += powers[0] + powers[1] + powers[2] + powers[3];
      mixValues(mixed, v, from, count, powers);
    }
    for (let d = 0; d < width; d += 1) attended[i * width + d] = mixed[d] / l;
    registers[2 * i] = m;
    registers[2 * i + 1] = l;
  });
}

function scoreKeys(
  query: Float64Array,
  k: Numbers,
  from: number,
  count: number,
  into: Float64Array,
) {
  const width = query.length;
  if (count < KEYS) {
    for (let c = 0; c < count; c += 1) {
      let score = 0;
      for (let d = 0; d < width; d += 1) score += query[d] * k[(from + c) * width + d];
      into[c] = score;
    }
    return;
  }
  const a = from * width;
  const [b, c, e] = [a + width, a + 2 * width, a + 3 * width];
  let [s0, s1, s2, s3] = [0, 0, 0, 0];
  for (let d = 0; d < width; d += 1) {
    const x = query[d];
    s0 += x * k[a + d];
    s1 += x * k[b + d];
    s2 += x * k[c + d];
    s3 += x * k[e + d];
  }
  into[0] = s0;
  into[1] = s1;
  into[2] = s2;
  into[3] = s3;
}

function mixValues(mixed: Float64Array, v: Numbers, from: number, count: number, by: Float64Array) {
  const width = mixed.length;
  if (count < KEYS) {
    for (let c = 0; c < count; c += 1) {
      for (let d = 0; d < width; d += 1) mixed[d] += by[c] * v[(from + c) * width + d];
    }
    return;
  }
  const a = from * width;
  const [b, c, e] = [a + width, a + 2 * width, a + 3 * width];
  const [p0, p1, p2, p3] = by;
  for (let d = 0; d < width; d += 1) {
    mixed[d] += p0 * v[a + d] + p1 * v[b + d] + p2 * v[c + d] + p3 * v[e + d];
  }
}
