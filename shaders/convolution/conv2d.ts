import {
  kernel,
  spread,
  type CpuCall,
  type Dimensions,
  type Knobs,
  type WasmForm,
} from '../../src/compute/kernel';
import blocks from './conv2d.wgsl?raw';
import subgroups from './conv2d.subgroups.wgsl?raw';
import tiled from './conv2d.tiled.wgsl?raw';
import three from './conv2d.three.wgsl?raw';
import modules from './conv2d.wasm.ts?simd';
import layer from './lib/convolution.wgsl?raw';
import put from './lib/convolution_blocks.wgsl?raw';
import {
  CONVOLUTION,
  convolutionFits,
  lineOf,
  plain,
  sizesOf,
  SLIDING,
  tapsOf,
} from './lib/convolution';
import pixel from './lib/pixel.wgsl?raw';
import quads from '../lib/quads.wgsl?raw';

/** Blocks of eight neighbouring pixels of a row. */
const eightsOf = (d: Dimensions): number => d.outHeight * Math.ceil(d.outWidth / 8);

/** Each workgroup takes 64 blocks of four channels and eight pixels of a row. */
function blocksOf(d: Dimensions): readonly [number, number, number] {
  const channels = d.groups * Math.ceil(d.outputs / d.groups / 4);
  return spread(d.batch * channels * eightsOf(d), 64);
}

/** Each workgroup takes 32 blocks of the same eight channels and eight pixels of a row. */
function quadsOf(d: Dimensions): readonly [number, number, number] {
  const channels = d.groups * Math.ceil(d.outputs / d.groups / 8);
  return spread(d.batch * channels * Math.ceil(eightsOf(d) / 32), 1);
}

/** Whether windows are three wide and slide by one pixel. */
const areThreeWide = ({ kernelWidth }: Dimensions, { stride, dilation }: Knobs): boolean =>
  kernelWidth === 3 && stride === 1 && dilation === 1;

/** Each workgroup takes a tile of 32 channels of a group and 64 positions. */
function tilesOf(d: Dimensions): readonly [number, number, number] {
  const { outputs, results } = sizesOf(d);
  return spread(d.batch * d.groups * Math.ceil(outputs / 32) * Math.ceil(results / 64), 1);
}

const wasm: WasmForm = {
  modules,
  run(heap, { dimensions: d, knobs, buffers }) {
    const { inputs, outputs, taps, pixels, results } = sizesOf(d);
    const sizes = [d.height, d.width, d.outHeight, d.outWidth, d.kernelHeight, d.kernelWidth];
    heap.functions.setSizes(...sizes, knobs.stride, knobs.padding, knobs.dilation);
    const work = heap.floats(heap.functions.workspace(inputs, outputs) / 4);
    const weights = heap.input(buffers.weights);
    const bias = knobs.biased === 1 ? heap.input(buffers.bias) : 0;
    const [seen, made] = [d.inputs * pixels, d.outputs * results];
    const convolve = (item: number): void => {
      const image = heap.input(buffers.image, item * seen, seen);
      const convolved = heap.output(buffers.convolved, item * made, made);
      for (let group = 0; group < d.groups; group += 1) {
        heap.functions.convolve(
          image + group * inputs * pixels * 4,
          weights + group * outputs * taps * 4,
          bias && bias + group * outputs * 4,
          convolved + group * outputs * results * 4,
          inputs,
          outputs,
          work,
        );
      }
    };
    for (let item = 0; item < d.batch; item += 1) heap.piece(() => convolve(item));
  },
};

/** A tap at a time goes over a whole row of pixels, whose sums stay in the cache. */
function byRows({ dimensions: d, knobs, buffers }: CpuCall): void {
  const { inputs, outputs, taps, pixels, results } = sizesOf(d);
  const { stride } = knobs;
  const { image, weights, bias, convolved } = buffers;
  const sums = new Float64Array(d.outWidth);
  for (let plane = 0; plane < d.batch * d.outputs; plane += 1) {
    const output = plane % d.outputs;
    const group = Math.floor(output / outputs);
    const first = (Math.floor(plane / d.outputs) * d.inputs + group * inputs) * pixels;
    for (let y = 0; y < d.outHeight; y += 1) {
      sums.fill(knobs.biased === 1 ? bias[output] : 0);
      for (let tap = 0; tap < taps; tap += 1) {
        const j = tap % d.kernelWidth;
        const i = Math.floor(tap / d.kernelWidth) % d.kernelHeight;
        const input = Math.floor(tap / (d.kernelWidth * d.kernelHeight));
        const line = lineOf(d, knobs, y, i, j);
        if (!line) continue;
        const weight = weights[output * taps + tap];
        let at = first + input * pixels + line.pixel;
        for (let x = line.from; x < line.from + line.count; x += 1, at += stride) {
          sums[x] += weight * image[at];
        }
      }
      convolved.set(sums, plane * results + y * d.outWidth);
    }
  }
}

/**
 * Two-dimensional convolution as deep learning has it (cross-correlation) of a batch of images:
 * convolved[n][o][y][x] = bias[o] + Σ weights[o][c][i][j] · image[n][c][y·stride + i·dilation −
 * padding][x·stride + j·dilation − padding], over the channels c of o's group; outside the image is
 * zero. Images are batch × channels × height × width. The output may have any size; `positionsOf`
 * in lib/convolution.ts says the usual one. `bias` is added when `biased` is 1.
 * Source: Dumoulin and Visin, 2016, “A guide to convolution arithmetic for deep learning”, section 2.
 */
export default kernel({
  name: 'conv2d',
  dimensions: CONVOLUTION,
  knobs: { ...SLIDING, biased: { type: 'u32', min: 0, max: 1 } },
  reads: {
    image: { shape: ['batch', 'inputs', 'height', 'width'] },
    weights: {
      shape: ['outputs', ({ inputs, groups }) => inputs / groups, 'kernelHeight', 'kernelWidth'],
    },
    bias: { shape: ['outputs'] },
  },
  writes: { convolved: { shape: ['batch', 'outputs', 'outHeight', 'outWidth'] } },
  division({ batch, groups }) {
    if (batch > 1) return { along: 'batch', buffers: ['image', 'convolved'] };
    if (groups > 1) return undefined;
    return { along: 'outputs', buffers: ['weights', 'bias', 'convolved'] };
  },
  variants: {
    tiled: { wgsl: layer + tiled, barriers: true, workgroups: tilesOf },
    subgroups: {
      wgsl: quads + pixel + layer + put + subgroups,
      needs: 'subgroups',
      workgroups: quadsOf,
      // Half a block of channels, and small images, are sooner done in smaller blocks.
      fits: (d, knobs) => areThreeWide(d, knobs) && d.outputs > 4 * d.groups && eightsOf(d) >= 48,
    },
    three: { wgsl: pixel + layer + put + three, workgroups: blocksOf, fits: areThreeWide },
    blocks: { wgsl: pixel + layer + put + blocks, workgroups: blocksOf },
  },
  check: convolutionFits,
  cpu({ dimensions: d, knobs, buffers: { image, weights, bias, convolved } }) {
    const { inputs, outputs, pixels, results } = sizesOf(d);
    const size = d.kernelHeight * d.kernelWidth;
    for (let item = 0; item < d.batch; item += 1) {
      for (let output = 0; output < d.outputs; output += 1) {
        const first = item * d.inputs + Math.floor(output / outputs) * inputs;
        for (let position = 0; position < results; position += 1) {
          let sum = knobs.biased === 1 ? bias[output] : 0;
          const [y, x] = [Math.floor(position / d.outWidth), position % d.outWidth];
          for (const { pixel, tap } of tapsOf(d, knobs, y, x)) {
            for (let input = 0; input < inputs; input += 1) {
              const weight = weights[(output * inputs + input) * size + tap];
              sum += weight * image[(first + input) * pixels + pixel];
            }
          }
          convolved[(item * d.outputs + output) * results + position] = sum;
        }
      }
    }
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
      title: 'a kernel of one weight scales, and the bias shifts',
      dimensions: plain({ height: 2, width: 2, outHeight: 2, outWidth: 2 }),
      knobs: { stride: 1, padding: 0, dilation: 1, biased: 1 },
      buffers: { image: [1, 2, 3, 4], weights: [10], bias: [0.5] },
      expected: { convolved: [10.5, 20.5, 30.5, 40.5] },
    },
    {
      title: 'the kernel is not flipped',
      dimensions: plain({ width: 3, outWidth: 2, kernelWidth: 2 }),
      knobs: { stride: 1, padding: 0, dilation: 1, biased: 0 },
      buffers: { image: [1, 2, 3], weights: [1, 10] },
      expected: { convolved: [21, 32] },
    },
    {
      title: 'padding is zero, stride leaves positions out, dilation leaves pixels out',
      dimensions: plain({ height: 2, width: 5, outHeight: 2, outWidth: 3, kernelWidth: 2 }),
      knobs: { stride: 2, padding: 1, dilation: 3, biased: 0 },
      buffers: { image: [9, 9, 9, 9, 9, 1, 2, 3, 4, 5], weights: [1, 10] },
      expected: { convolved: [0, 0, 0, 30, 52, 4] },
    },
    {
      title: 'each group of channels has its own images and its own kernels',
      dimensions: plain({ inputs: 2, outputs: 2, groups: 2 }),
      knobs: { stride: 1, padding: 0, dilation: 1, biased: 0 },
      buffers: { image: [3, 5], weights: [1, 10] },
      expected: { convolved: [3, 50] },
    },
    {
      title: 'an output far larger than the image is the bias',
      dimensions: plain({ outWidth: 3 }),
      knobs: { stride: 8, padding: 16, dilation: 1, biased: 1 },
      buffers: { image: [3], weights: [2], bias: [7] },
      expected: { convolved: [7, 7, 7] },
    },
    {
      title: 'wide kernels, two outputs to a group, windows that reach over both sides',
      dimensions: {
        ...{ batch: 1, inputs: 4, outputs: 4, groups: 2, height: 9, width: 40 },
        ...{ outHeight: 9, outWidth: 42, kernelHeight: 2, kernelWidth: 11 },
      },
      knobs: { stride: 1, padding: 6, dilation: 1, biased: 0 },
    },
    {
      title: 'more channels and positions than one tile holds, in two groups',
      dimensions: {
        ...{ batch: 2, inputs: 4, outputs: 80, groups: 2, height: 11, width: 9 },
        ...{ outHeight: 11, outWidth: 9, kernelHeight: 3, kernelWidth: 3 },
      },
      knobs: { stride: 1, padding: 1, dilation: 1, biased: 1 },
    },
    {
      title: 'channels of two groups that are no whole blocks, padding wider than the window',
      dimensions: {
        ...{ batch: 2, inputs: 4, outputs: 22, groups: 2, height: 17, width: 21 },
        ...{ outHeight: 23, outWidth: 27, kernelHeight: 3, kernelWidth: 3 },
      },
      knobs: { stride: 1, padding: 4, dilation: 1, biased: 1 },
    },
    {
      title: 'a layer of an image network, with more taps than one block of the product',
      dimensions: {
        ...{ batch: 2, inputs: 32, outputs: 6, groups: 1, height: 13, width: 37 },
        ...{ outHeight: 13, outWidth: 37, kernelHeight: 3, kernelWidth: 3 },
      },
      knobs: { stride: 1, padding: 1, dilation: 1, biased: 1 },
    },
  ],
});
