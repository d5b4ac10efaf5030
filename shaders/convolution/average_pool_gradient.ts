import { kernel, type CpuCall } from '../../src/compute/kernel';
import shape from './lib/pooling.wgsl?raw';
import loop from './lib/pooling_gradient.wgsl?raw';
import wgsl from './average_pool_gradient.wgsl?raw';
import {
  POOLING,
  poolingSuite,
  runsOfPixels,
  sizes,
  STEPPING,
  tapsInside,
  windowsFit,
  windowsOf,
} from './lib/pooling';

/** Result by result, in the order of the planes. */
function scatter({ dimensions: d, knobs, buffers: { upstream, gradient } }: CpuCall): void {
  const share = 1 / (d.windowHeight * d.windowWidth);
  const sums = new Float64Array(d.height * d.width);
  let out = 0;
  for (let plane = 0; plane < d.planes; plane += 1) {
    sums.fill(0);
    for (let y = 0; y < d.outHeight; y += 1) {
      const rows = tapsInside(y, d.height, d.windowHeight, knobs);
      for (let x = 0; x < d.outWidth; x += 1, out += 1) {
        const { start, from, end } = tapsInside(x, d.width, d.windowWidth, knobs);
        const arriving = upstream[out] * share;
        for (let i = rows.from; i < rows.end; i += 1) {
          const line = (rows.start + i) * d.width + start;
          for (let j = from; j < end; j += 1) sums[line + j] += arriving;
        }
      }
    }
    gradient.set(sums, plane * sums.length);
  }
}

/**
 * The gradient of `average_pool` with respect to its image: what arrives at a result, `upstream`, is
 * shared out equally over its window, windowHeight · windowWidth numbers; the shares of the padding
 * are lost.
 * Source: Goodfellow, Bengio and Courville, 2016, “Deep Learning”, section 9.3; padding as PyTorch's
 * AvgPool2d.
 */
export default kernel({
  name: 'average_pool_gradient',
  dimensions: POOLING,
  knobs: STEPPING,
  reads: { upstream: { shape: ['planes', 'outHeight', 'outWidth'] } },
  writes: { gradient: { shape: ['planes', 'height', 'width'] } },
  division: () => ({ along: 'planes', buffers: ['upstream', 'gradient'] }),
  variants: { runs: { wgsl: shape + wgsl + loop, workgroups: runsOfPixels } },
  check: windowsFit,
  cpu({ dimensions: d, knobs, buffers: { upstream, gradient } }) {
    const sums = new Float64Array(gradient.length);
    for (const { out, taps } of windowsOf(d, knobs)) {
      for (const { pixel } of taps) {
        sums[pixel] += upstream[out] / (d.windowHeight * d.windowWidth);
      }
    }
    gradient.set(sums);
  },
  fast: scatter,
  bound: {
    absolute: 2e-6,
    relative: 1e-6,
    why: 'sums over the few windows that reach a pixel, each rounded to 2⁻²⁴',
  },
  suite: poolingSuite,
  edges: [
    {
      title: 'what arrives is shared out equally; pixels that no window reaches get 0',
      dimensions: sizes({ width: 5, outWidth: 2, windowWidth: 2 }),
      knobs: { stride: 2, padding: 0 },
      buffers: { upstream: [6, 8] },
      expected: { gradient: [3, 3, 4, 4, 0] },
    },
    {
      title: 'a pixel that several windows reach gets a share of each',
      dimensions: sizes({ width: 4, outWidth: 3, windowWidth: 2 }),
      knobs: { stride: 1, padding: 0 },
      buffers: { upstream: [2, 20, 200] },
      expected: { gradient: [1, 11, 110, 100] },
    },
    {
      title: 'the shares of the padding are lost',
      dimensions: sizes({ outHeight: 2, outWidth: 2, windowHeight: 2, windowWidth: 2 }),
      knobs: { stride: 1, padding: 1 },
      buffers: { upstream: [4, 40, 400, 4000] },
      expected: { gradient: [1111] },
    },
    {
      title: 'a layer of an image network, halved',
      dimensions: sizes({
        ...{ planes: 5, height: 21, width: 43, outHeight: 11, outWidth: 22 },
        ...{ windowHeight: 3, windowWidth: 3 },
      }),
      knobs: { stride: 2, padding: 1 },
    },
  ],
});
