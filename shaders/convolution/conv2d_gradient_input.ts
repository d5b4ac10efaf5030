import {
  kernel,
  spread,
  type CpuCall,
  type Dimensions,
  type Knobs,
  type WasmForm,
} from '../../src/compute/kernel';
import modules from './conv2d_gradient_input.wasm.ts?simd';
import three from './conv2d_gradient_input.three.wgsl?raw';
import blocks from './conv2d_gradient_input.wgsl?raw';
import given from './lib/input_gradient.wgsl?raw';
import {
  CONVOLUTION,
  convolutionFits,
  lineOf,
  plain,
  sizesOf,
  SLIDING,
  tapsOf,
} from './lib/convolution';

/** Each workgroup takes 64 blocks of four channels and eight pixels of a row, a stride apart. */
function blocksOf(d: Dimensions, { stride }: Knobs): readonly [number, number, number] {
  const channels = d.groups * Math.ceil(d.inputs / d.groups / 4);
  const across = stride * Math.ceil(d.width / (stride * 8));
  return spread(d.batch * channels * d.height * across, 64);
}

const wasm: WasmForm = {
  modules,
  run(heap, { dimensions: d, knobs, buffers }) {
    const { inputs, outputs, taps, pixels, results } = sizesOf(d);
    const sizes = [d.height, d.width, d.outHeight, d.outWidth, d.kernelHeight, d.kernelWidth];
    heap.functions.setSizes(...sizes, knobs.stride, knobs.padding, knobs.dilation);
    const work = heap.floats(heap.functions.workspace(inputs, outputs) / 4);
    const weights = heap.input(buffers.weights);
    const [arriving, sent] = [d.outputs * results, d.inputs * pixels];
    const carryBack = (item: number): void => {
      const upstream = heap.input(buffers.upstream, item * arriving, arriving);
      const gradient = heap.output(buffers.gradient, item * sent, sent);
      for (let group = 0; group < d.groups; group += 1) {
        heap.functions.carryBack(
          upstream + group * outputs * results * 4,
          weights + group * outputs * taps * 4,
          gradient + group * inputs * pixels * 4,
          inputs,
          outputs,
          work,
        );
      }
    };
    for (let item = 0; item < d.batch; item += 1) heap.piece(() => carryBack(item));
  },
};

/** A tap at a time goes over a row of results and the row of pixels under it. */
function byRows({ dimensions: d, knobs, buffers: { upstream, weights, gradient } }: CpuCall): void {
  const { inputs, outputs, pixels, results } = sizesOf(d);
  const size = d.kernelHeight * d.kernelWidth;
  const { stride } = knobs;
  const sums = new Float64Array(pixels);
  for (let plane = 0; plane < d.batch * d.inputs; plane += 1) {
    const group = Math.floor((plane % d.inputs) / inputs);
    const input = plane % inputs;
    const item = Math.floor(plane / d.inputs);
    sums.fill(0);
    for (let output = group * outputs; output < (group + 1) * outputs; output += 1) {
      for (let tap = 0; tap < size; tap += 1) {
        const weight = weights[(output * inputs + input) * size + tap];
        const [i, j] = [Math.floor(tap / d.kernelWidth), tap % d.kernelWidth];
        for (let y = 0; y < d.outHeight; y += 1) {
          const line = lineOf(d, knobs, y, i, j);
          if (!line) continue;
          const from = (item * d.outputs + output) * results + y * d.outWidth + line.from;
          let at = line.pixel;
          for (let x = from; x < from + line.count; x += 1, at += stride) {
            sums[at] += weight * upstream[x];
          }
        }
      }
    }
    gradient.set(sums, plane * pixels);
  }
}

/**
 * The gradient of `conv2d` with respect to its images: what arrives at a result, `upstream`, goes
 * back to each pixel of its window, times the weight it met there. gradient[n][c][r][s] =
 * Σ weights[o][c][i][j] · upstream[n][o][y][x] over all o of c's group and all i, j, y, x with
 * y·stride + i·dilation − padding = r and x·stride + j·dilation − padding = s. Sizes and knobs are
 * those of `conv2d`; this is also its transpose, the “transposed convolution”.
 * Source: Dumoulin and Visin, 2016, “A guide to convolution arithmetic for deep learning”, section 4.
 */
export default kernel({
  name: 'conv2d_gradient_input',
  dimensions: CONVOLUTION,
  knobs: SLIDING,
  reads: {
    upstream: { shape: ['batch', 'outputs', 'outHeight', 'outWidth'] },
    weights: {
      shape: ['outputs', ({ inputs, groups }) => inputs / groups, 'kernelHeight', 'kernelWidth'],
    },
  },
  writes: { gradient: { shape: ['batch', 'inputs', 'height', 'width'] } },
  division: ({ batch }) =>
    batch > 1 ? { along: 'batch', buffers: ['upstream', 'gradient'] } : undefined,
  variants: {
    three: {
      wgsl: given + three,
      workgroups: blocksOf,
      fits: ({ kernelWidth }, { stride, dilation }) =>
        kernelWidth === 3 && stride === 1 && dilation === 1,
    },
    blocks: { wgsl: given + blocks, workgroups: blocksOf },
  },
  check: convolutionFits,
  cpu({ dimensions: d, knobs, buffers: { upstream, weights, gradient } }) {
    const { inputs, outputs, pixels, results } = sizesOf(d);
    const size = d.kernelHeight * d.kernelWidth;
    const sums = new Float64Array(gradient.length);
    for (let item = 0; item < d.batch; item += 1) {
      for (let output = 0; output < d.outputs; output += 1) {
        const first = item * d.inputs + Math.floor(output / outputs) * inputs;
        for (let position = 0; position < results; position += 1) {
          const arriving = upstream[(item * d.outputs + output) * results + position];
          const [y, x] = [Math.floor(position / d.outWidth), position % d.outWidth];
          for (const { pixel, tap } of tapsOf(d, knobs, y, x)) {
            for (let input = 0; input < inputs; input += 1) {
              const weight = weights[(output * inputs + input) * size + tap];
              sums[(first + input) * pixels + pixel] += weight * arriving;
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
    why: 'sums of up to 400 products of numbers near 1, each rounded to 2⁻²⁴ of a total of some tens',
  },
  suite: {
    largest: {
      ...{ batch: 2, inputs: 6, outputs: 12, groups: 3, height: 9, width: 12 },
      ...{ outHeight: 3, outWidth: 9, kernelHeight: 2, kernelWidth: 3 },
    },
  },
  edges: [
    {
      title: 'what arrives goes back to every pixel of the window, times its weight',
      dimensions: plain({ width: 3, outWidth: 2, kernelWidth: 2 }),
      knobs: { stride: 1, padding: 0, dilation: 1 },
      buffers: { upstream: [1, 100], weights: [2, 3] },
      expected: { gradient: [2, 203, 300] },
    },
    {
      title: 'pixels that no window reaches have the gradient 0',
      dimensions: plain({ width: 7, outWidth: 2, kernelWidth: 2 }),
      knobs: { stride: 4, padding: 0, dilation: 2 },
      buffers: { upstream: [1, 10], weights: [2, 3] },
      expected: { gradient: [2, 0, 3, 0, 20, 0, 30] },
    },
    {
      title: 'what would go back to the padding is lost',
      dimensions: plain({ outHeight: 3, outWidth: 3, kernelWidth: 3 }),
      knobs: { stride: 1, padding: 2, dilation: 1 },
      buffers: { upstream: [9, 9, 9, 9, 9, 9, 1, 10, 100], weights: [2, 3, 4] },
      expected: { gradient: [234] },
    },
    {
      title: 'each group of channels has its own',
      dimensions: plain({ inputs: 2, outputs: 2, groups: 2 }),
      knobs: { stride: 1, padding: 0, dilation: 1 },
      buffers: { upstream: [1, 10], weights: [2, 3] },
      expected: { gradient: [2, 30] },
    },
    {
      title: 'strides of both parities, taps that some pixels do not meet',
      dimensions: {
        ...{ batch: 2, inputs: 5, outputs: 6, groups: 1, height: 11, width: 37 },
        ...{ outHeight: 5, outWidth: 19, kernelHeight: 3, kernelWidth: 4 },
      },
      knobs: { stride: 2, padding: 1, dilation: 1 },
    },
    {
      title: 'a stride that shares a divisor with the dilation',
      dimensions: {
        ...{ batch: 1, inputs: 3, outputs: 2, groups: 1, height: 20, width: 45 },
        ...{ outHeight: 4, outWidth: 11, kernelHeight: 3, kernelWidth: 4 },
      },
      knobs: { stride: 4, padding: 5, dilation: 6 },
    },
    {
      title: 'more channels than one block of the product, more results than one piece',
      dimensions: {
        ...{ batch: 1, inputs: 2, outputs: 260, groups: 1, height: 12, width: 37 },
        ...{ outHeight: 12, outWidth: 37, kernelHeight: 3, kernelWidth: 3 },
      },
      knobs: { stride: 1, padding: 1, dilation: 1 },
    },
  ],
});
