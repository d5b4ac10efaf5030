import attention from '../../../shaders/attention/attention';
import type { Compute } from '../../../src/compute/compute';
import { normals, once, positionsOfRows } from '../inputs';
import { jax, onJax } from '../peers/jax';
import type { Graph } from '../peers/onnx';
import { onOrt } from '../peers/ort';
import { onTfjs, operation, tf } from '../peers/tfjs';
import { runTwin } from '../../twin-compute';
import type { Program, Workload } from '../workload';

const WIDTH = 64;
const SCALE = 1 / Math.sqrt(WIDTH);

/** Queries that are verified: so many from each of these positions on, as shares of all. */
const CHECKED = 8;
const PLACES = [0, 0.3, 0.7, 1];

type Tokens = Readonly<Record<'q' | 'k' | 'v', Float32Array>>;

const tokensFor = (tokens: number): Tokens => ({
  q: normals(6, tokens * WIDTH),
  k: normals(7, tokens * WIDTH),
  v: normals(8, tokens * WIDTH),
});

/** Queries from `first` on, against all keys. */
function program(compute: Compute, { q, k, v }: Tokens, first = 0, count?: number): Program {
  const tokens = q.length / WIDTH;
  const dimensions = { heads: 1, tokens, width: WIDTH, rows: count ?? tokens };
  const output = compute.zeros(tokens * WIDTH);
  const buffers = {
    ...{ q: compute.upload(q), k: compute.upload(k), v: compute.upload(v) },
    ...{ attended: output, registers: compute.zeros(tokens * 2) },
  };
  const knobs = { first, causal: 0 };
  return { output, run: () => compute.run(attention, { dimensions, knobs, buffers }) };
}

/** As exporters write it. */
function graphFor(tokens: number): Graph {
  const shape = [tokens, WIDTH];
  return {
    inputs: { q: shape, k: shape, v: shape },
    constants: { scale: { data: Float32Array.of(SCALE), shape: [] } },
    nodes: [
      { type: 'Transpose', inputs: ['k'], output: 'kt', attributes: { perm: [1, 0] } },
      { type: 'MatMul', inputs: ['q', 'kt'], output: 'products' },
      { type: 'Mul', inputs: ['products', 'scale'], output: 'scores' },
      { type: 'Softmax', inputs: ['scores'], output: 'weights', attributes: { axis: 1 } },
      { type: 'MatMul', inputs: ['weights', 'v'], output: 'attended' },
    ],
    output: { name: 'attended', shape },
  };
}

/** Two products of tokens × tokens × width; the exponentials are not counted. */
const work = (tokens: number): number => 4 * tokens * tokens * WIDTH;

function workload(tokens: number): Workload {
  const data = once(() => tokensFor(tokens));
  const shape = [tokens, WIDTH];
  const inputs = () => [data().q, data().k, data().v].map((each) => ({ data: each, shape }));
  return {
    name: `attention-${tokens}`,
    title: `attention, ${tokens} tokens, d ${WIDTH}`,
    work: { amount: work(tokens), unit: 'flop' },
    bound: {
      absolute: 2e-5,
      relative: 1e-3,
      why: 'scores of 64 products are off by 2⁻²⁰, which the exponential turns into a relative error',
    },
    program: (compute) => program(compute, data()),
    async expected() {
      const starts = PLACES.map((share) => Math.round(share * (tokens - CHECKED)));
      const rows = starts.flatMap((start) => Array.from({ length: CHECKED }, (_, i) => start + i));
      const at = positionsOfRows(WIDTH, rows);
      const pieces = starts.map((start) =>
        runTwin((compute) => program(compute, data(), start, CHECKED)).slice(
          start * WIDTH,
          (start + CHECKED) * WIDTH,
        ),
      );
      return { at, values: Float64Array.from(pieces.flatMap((piece) => [...piece])) };
    },
    peers: {
      ...onTfjs(
        operation(inputs, (q, k, v) =>
          tf.matMul(tf.softmax(tf.mul(tf.matMul(q, k, false, true), SCALE)), v),
        ),
      ),
      ...onOrt(
        () => graphFor(tokens),
        () => ({ ...data() }),
      ),
      ...onJax(
        () => inputs().map((each) => ({ ...each, shape: [tokens, 1, WIDTH] })),
        (q, k, v) => jax.nn.dotProductAttention(q, k, v),
      ),
    },
    sizes: (tokens === 1024 ? [256, 512, 1024, 2048] : []).map((size) => ({
      label: `${size} tokens`,
      work: work(size),
      program: (compute) => program(compute, tokensFor(size)),
    })),
  };
}

export default [workload(1024), workload(2048)];
