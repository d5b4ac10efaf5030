import { kernel, type CpuCall } from '../../src/compute/kernel';
import {
  POOLING,
  poolingSuite,
  runsOfResults,
  sizes,
  STEPPING,
  tapsInside,
  windowsFit,
  windowsOf,
} from './lib/pooling';
import shape from './lib/pooling.wgsl?raw';
import wgsl from './max_pool.wgsl?raw';

/** A row of results at a time, without lists of taps in between. */
function byRows({ dimensions: d, knobs, buffers: { image, pooled, argmax } }: CpuCall): void {
  let out = 0;
  for (let row = 0; row < d.planes * d.outHeight; row += 1) {
    const rows = tapsInside(row % d.outHeight, d.height, d.windowHeight, knobs);
    const top = Math.floor(row / d.outHeight) * d.height + rows.start;
    for (let x = 0; x < d.outWidth; x += 1, out += 1) {
      const { start, from, end } = tapsInside(x, d.width, d.windowWidth, knobs);
      let best = -Infinity;
      let found = rows.from * d.windowWidth + from;
      for (let i = rows.from; i < rows.end; i += 1) {
        const line = (top + i) * d.width + start;
        for (let j = from; j < end; j += 1) {
          if (image[line + j] > best) {
            best = image[line + j];
            found = i * d.windowWidth + j;
          }
        }
      }
      pooled[out] = best;
      argmax[out] = found;
    }
  }
}

/**
 * The largest pixel of every window of each plane, and which it was: `argmax` is its position within
 * the window, row · windowWidth + column, the first of equal ones. The padding, at most half a
 * window, is never taken. Windows lie within the padded image; `positionsOf` in lib/convolution.ts says
 * how many there are along a side (a rest that fills no window is left out).
 * Source: Goodfellow, Bengio and Courville, 2016, “Deep Learning”, section 9.3; sizes and ties as
 * PyTorch's MaxPool2d.
 */
export default kernel({
  name: 'max_pool',
  dimensions: POOLING,
  knobs: STEPPING,
  reads: { image: { shape: ['planes', 'height', 'width'] } },
  writes: {
    pooled: { shape: ['planes', 'outHeight', 'outWidth'] },
    argmax: { shape: ['planes', 'outHeight', 'outWidth'], type: 'u32' },
  },
  division: () => ({ along: 'planes', buffers: ['image', 'pooled', 'argmax'] }),
  variants: { runs: { wgsl: shape + wgsl, workgroups: runsOfResults } },
  check: windowsFit,
  cpu({ dimensions, knobs, buffers: { image, pooled, argmax } }) {
    for (const { out, taps } of windowsOf(dimensions, knobs)) {
      const best = taps.reduce((a, b) => (image[b.pixel] > image[a.pixel] ? b : a));
      pooled[out] = image[best.pixel];
      argmax[out] = best.tap;
    }
  },
  fast: byRows,
  bound: { absolute: 0, relative: 0, why: 'numbers are compared and copied, never rounded' },
  suite: poolingSuite,
  edges: [
    {
      title: 'two by two, the rest of odd sides left out',
      dimensions: sizes({ height: 3, width: 5, outWidth: 2, windowHeight: 2, windowWidth: 2 }),
      knobs: { stride: 2, padding: 0 },
      buffers: { image: [1, 2, 3, 9, 99, 4, 0, 5, 6, 99, 99, 99, 99, 99, 99] },
      expected: { pooled: [4, 9], argmax: [2, 1] },
    },
    {
      title: 'of equal pixels the first is taken',
      dimensions: sizes({ height: 2, width: 2, windowHeight: 2, windowWidth: 2 }),
      knobs: { stride: 1, padding: 0 },
      buffers: { image: [1, 5, 5, 5] },
      expected: { pooled: [5], argmax: [1] },
    },
    {
      title: 'padding is never taken, however far the pixels lie below zero',
      dimensions: sizes({ outHeight: 2, outWidth: 2, windowHeight: 2, windowWidth: 2 }),
      knobs: { stride: 1, padding: 1 },
      buffers: { image: [-(2 ** 127)] },
      expected: { pooled: new Array<number>(4).fill(-(2 ** 127)), argmax: [3, 2, 1, 0] },
    },
    {
      title: 'windows that overlap, on every plane by itself',
      dimensions: sizes({ planes: 2, width: 3, outWidth: 2, windowWidth: 2 }),
      knobs: { stride: 1, padding: 0 },
      buffers: { image: [1, 3, 2, 6, 5, 4] },
      expected: { pooled: [3, 3, 6, 5], argmax: [1, 0, 0, 0] },
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
