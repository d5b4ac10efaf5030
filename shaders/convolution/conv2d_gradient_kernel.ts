import {
  kernel,
  spread,
  type CpuCall,
  type Dimensions,
  type WasmForm,
} from '../../src/compute/kernel';
import modules from './conv2d_gradient_kernel.wasm.ts?simd';
import three from './conv2d_gradient_kernel.three.wgsl?raw';
import blocks from './conv2d_gradient_kernel.wgsl?raw';
import {
  CONVOLUTION,
  convolutionFits,
  lineOf,
  plain,
  sizesOf,
  SLIDING,
  tapsOf,
} from './lib/convolution';
import given from './lib/kernel_gradient.wgsl?raw';
import pixel from './lib/pixel.wgsl?raw';

/** Each workgroup takes 64 blocks of four channels of results and four taps, over one part. */
function blocksOf(d: Dimensions): readonly [number, number, number] {
  const { outputs, taps } = sizesOf(d);
  return spread(d.parts * d.groups * Math.ceil(outputs / 4) * Math.ceil(taps / 4), 64);
}

/** Each workgroup takes 64 blocks of four channels of results and a row of a window, over one part. */
function linesOf(d: Dimensions): readonly [number, number, number] {
  const { inputs, outputs } = sizesOf(d);
  return spread(d.parts * d.groups * Math.ceil(outputs / 4) * inputs * d.kernelHeight, 64);
}

/** The rows of results of all images that a part sums over: from, up to but not including, end. */
function rowsOf({ batch, outHeight, parts }: Dimensions, part: number) {
  const rows = batch * outHeight;
  const each = Math.ceil(rows / parts);
  return { from: Math.min(part * each, rows), end: Math.min((part + 1) * each, rows) };
}

/** What a part has of an image: which image, and its rows of results. */
interface Piece {
  readonly item: number;
  readonly first: number;
  readonly rows: number;
}

function* piecesOf(d: Dimensions, part: number): Generator<Piece> {
  const { from, end } = rowsOf(d, part);
  for (let row = from; row < end;) {
    const [item, first] = [Math.floor(row / d.outHeight), row % d.outHeight];
    const rows = Math.min(d.outHeight - first, end - row);
    yield { item, first, rows };
    row += rows;
  }
}

const wasm: WasmForm = {
  modules,
  run(heap, { dimensions: d, knobs, buffers }) {
    const { inputs, outputs, taps, pixels, results } = sizesOf(d);
    const sizes = [d.height, d.width, d.outHeight, d.outWidth, d.kernelHeight, d.kernelWidth];
    heap.functions.setSizes(...sizes, knobs.stride, knobs.padding, knobs.dilation);
    const work = heap.floats(heap.functions.workspace(inputs, outputs) / 4);
    const [seen, arriving, made] = [d.inputs * pixels, d.outputs * results, d.outputs * taps];
    const sums = heap.floats(made);
    const gradient = heap.output(buffers.gradient);
    const correlate = ({ item, first, rows }: Piece): void => {
      const image = heap.input(buffers.image, item * seen, seen);
      const upstream = heap.input(buffers.upstream, item * arriving, arriving);
      for (let group = 0; group < d.groups; group += 1) {
        heap.functions.correlate(
          image + group * inputs * pixels * 4,
          upstream + group * outputs * results * 4,
          sums + group * outputs * taps * 4,
          inputs,
          outputs,
          first,
          rows,
          work,
        );
      }
    };
    for (let part = 0; part < d.parts; part += 1) {
      heap.zero(sums, made);
      for (const piece of piecesOf(d, part)) heap.piece(() => correlate(piece));
      heap.functions.turn(sums, gradient + 4 * part * made, d.groups, outputs, taps);
    }
  },
};

/** For each weight a row of results at a time meets the row of pixels under it. */
function byRows({ dimensions: d, knobs, buffers: { image, upstream, gradient } }: CpuCall): void {
  const { inputs, outputs, taps, pixels, results } = sizesOf(d);
  const { stride } = knobs;
  for (let weight = 0; weight < d.parts * d.outputs * taps; weight += 1) {
    const tap = weight % taps;
    const output = Math.floor(weight / taps) % d.outputs;
    const part = Math.floor(weight / (taps * d.outputs));
    const [i, j] = [Math.floor(tap / d.kernelWidth) % d.kernelHeight, tap % d.kernelWidth];
    const input = Math.floor(tap / (d.kernelHeight * d.kernelWidth));
    const channel = Math.floor(output / outputs) * inputs + input;
    let sum = 0;
    for (const { item, first, rows } of piecesOf(d, part)) {
      for (let y = first; y < first + rows; y += 1) {
        const line = lineOf(d, knobs, y, i, j);
        if (!line) continue;
        const from = (item * d.outputs + output) * results + y * d.outWidth + line.from;
        let at = (item * d.inputs + channel) * pixels + line.pixel;
        for (let x = from; x < from + line.count; x += 1, at += stride) {
          sum += upstream[x] * image[at];
        }
      }
    }
    gradient[weight] = sum;
  }
}

/**
 * The gradient of `conv2d` with respect to its weights: what arrives at each result, `upstream`,
 * times the pixel that a weight met there, summed over positions and images: Σ upstream[n][o][y][x] ·
 * image[n][c][y·stride + i·dilation − padding][x·stride + j·dilation − padding]. Sizes and knobs are
 * those of `conv2d`. The rows of results of all images are cut into `parts` bands, each summed by
 * itself, to occupy a graphics card; `sum` with as many parts as there are weights adds them up. The
 * gradient of the bias is the sum of `upstream` over positions and images.
 * Source: Dumoulin and Visin, 2016, “A guide to convolution arithmetic for deep learning”, section 2;
 * Goodfellow, Bengio and Courville, 2016, “Deep Learning”, equation 9.11.
 */
export default kernel({
  name: 'conv2d_gradient_kernel',
  dimensions: [...CONVOLUTION, 'parts'],
  knobs: SLIDING,
  reads: {
    image: { shape: ['batch', 'inputs', 'height', 'width'] },
    upstream: { shape: ['batch', 'outputs', 'outHeight', 'outWidth'] },
  },
  writes: {
    gradient: {
      shape: [
        ...['parts', 'outputs'],
        ({ inputs, groups }) => inputs / groups,
        ...['kernelHeight', 'kernelWidth'],
      ],
    },
  },
  // Rather by inputs than by outputs: Workers then lay out no pixel that another does as well.
  division({ groups, inputs }) {
    if (groups > 1) return undefined;
    return inputs > 1
      ? { along: 'inputs', buffers: ['image', 'gradient'] }
      : { along: 'outputs', buffers: ['upstream', 'gradient'] };
  },
  variants: {
    three: {
      wgsl: given + pixel + three,
      workgroups: linesOf,
      fits: ({ kernelWidth }, { stride, dilation }) =>
        kernelWidth === 3 && stride === 1 && dilation === 1,
    },
    blocks: { wgsl: given + blocks, workgroups: blocksOf },
  },
  check(d) {
    const rows = d.batch * d.outHeight;
    if (d.parts > rows) return `parts is ${d.parts}; there are only ${rows} rows of results`;
    return convolutionFits(d);
  },
  cpu({ dimensions: d, knobs, buffers: { image, upstream, gradient } }) {
    const { inputs, outputs, taps, pixels, results } = sizesOf(d);
    const size = d.kernelHeight * d.kernelWidth;
    const sums = new Float64Array(gradient.length);
    for (let part = 0; part < d.parts; part += 1) {
      const { from, end } = rowsOf(d, part);
      for (let turn = from * d.outWidth; turn < end * d.outWidth; turn += 1) {
        const [item, position] = [Math.floor(turn / results), turn % results];
        const [y, x] = [Math.floor(position / d.outWidth), position % d.outWidth];
        for (const { pixel, tap } of tapsOf(d, knobs, y, x)) {
          for (let output = 0; output < d.outputs; output += 1) {
            const arriving = upstream[(item * d.outputs + output) * results + position];
            const first = item * d.inputs + Math.floor(output / outputs) * inputs;
            const to = (part * d.outputs + output) * taps + tap;
            for (let input = 0; input < inputs; input += 1) {
              sums[to + input * size] += arriving * image[(first + input) * pixels + pixel];
            }
          }
        }
      }
    }
    gradient.set(sums);
  },
  fast: byRows,
  wasm,
  bound: {
    absolute: 1e-4,
    relative: 1e-5,
    why: 'sums of up to 1,000 products of numbers near 1, each rounded to 2⁻²⁴ of a total of some tens',
  },
  suite: {
    largest: {
      ...{ batch: 2, inputs: 6, outputs: 12, groups: 3, height: 9, width: 12 },
      ...{ outHeight: 3, outWidth: 9, kernelHeight: 2, kernelWidth: 3, parts: 3 },
    },
  },
  edges: [
    {
      title: 'what arrives meets the pixel that the weight met',
      dimensions: { ...plain({ width: 3, outWidth: 2, kernelWidth: 2 }), parts: 1 },
      knobs: { stride: 1, padding: 0, dilation: 1 },
      buffers: { image: [1, 2, 3], upstream: [1, 100] },
      expected: { gradient: [201, 302] },
    },
    {
      title: 'a weight that only meets padding has the gradient 0',
      dimensions: { ...plain({ outHeight: 3, outWidth: 1, kernelWidth: 3 }), parts: 1 },
      knobs: { stride: 1, padding: 2, dilation: 1 },
      buffers: { image: [5], upstream: [9, 9, 2] },
      expected: { gradient: [0, 0, 10] },
    },
    {
      title: 'stride and dilation leave pixels out',
      dimensions: { ...plain({ width: 7, outWidth: 2, kernelWidth: 2 }), parts: 1 },
      knobs: { stride: 4, padding: 0, dilation: 2 },
      buffers: { image: [1, 2, 3, 4, 5, 6, 7], upstream: [1, 10] },
      expected: { gradient: [51, 73] },
    },
    {
      title: 'bands of rows of all images, of which the last may be empty',
      dimensions: { ...plain({ batch: 2, height: 2, outHeight: 2 }), parts: 3 },
      knobs: { stride: 1, padding: 0, dilation: 1 },
      buffers: { image: [1, 2, 3, 4], upstream: [1, 1, 1, 10] },
      expected: { gradient: [3, 43, 0] },
    },
    {
      title: 'each group of channels has its own',
      dimensions: { ...plain({ inputs: 2, outputs: 2, groups: 2 }), parts: 1 },
      knobs: { stride: 1, padding: 0, dilation: 1 },
      buffers: { image: [2, 3], upstream: [1, 10] },
      expected: { gradient: [2, 30] },
    },
    {
      title: 'a layer of an image network, in bands that begin and end within images',
      dimensions: {
        ...{ batch: 2, inputs: 4, outputs: 6, groups: 1, height: 13, width: 37 },
        ...{ outHeight: 13, outWidth: 37, kernelHeight: 3, kernelWidth: 3, parts: 4 },
      },
      knobs: { stride: 1, padding: 1, dilation: 1 },
    },
  ],
});
