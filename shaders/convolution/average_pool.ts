import { kernel, type CpuCall } from '../../src/compute/kernel';
import shape from './lib/pooling.wgsl?raw';
import windows from './lib/pooling_windows.wgsl?raw';
import wgsl from './average_pool.wgsl?raw';
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

/** A row of results at a time, without lists of taps in between. */
function byRows({ dimensions: d, knobs, buffers: { image, pooled } }: CpuCall): void {
  const share = 1 / (d.windowHeight * d.windowWidth);
  let out = 0;
  for (let row = 0; row < d.planes * d.outHeight; row += 1) {
    const rows = tapsInside(row % d.outHeight, d.height, d.windowHeight, knobs);
    const top = Math.floor(row / d.outHeight) * d.height + rows.start;
    for (let x = 0; x < d.outWidth; x += 1, out += 1) {
      const { start, from, end } = tapsInside(x, d.width, d.windowWidth, knobs);
      let sum = 0;
      for (let i = rows.from; i < rows.end; i += 1) {
        const line = (top + i) * d.width + start;
        for (let j = from; j < end; j += 1) sum += image[line + j];
      }
      pooled[out] = sum * share;
    }
  }
}

/**
 * The mean of every window of each plane. The padding, at most half a window, counts as zeros: every
 * mean is over windowHeight · windowWidth numbers, which is PyTorch's default (`count_include_pad`).
 * Windows lie within the padded image; `positionsOf` in lib/convolution.ts says how many there are
 * along a side. A window as large as the image gives the mean of each plane.
 * Source: Goodfellow, Bengio and Courville, 2016, “Deep Learning”, section 9.3; sizes and padding as
 * PyTorch's AvgPool2d.
 */
export default kernel({
  name: 'average_pool',
  dimensions: POOLING,
  knobs: STEPPING,
  reads: { image: { shape: ['planes', 'height', 'width'] } },
  writes: { pooled: { shape: ['planes', 'outHeight', 'outWidth'] } },
  division: () => ({ along: 'planes', buffers: ['image', 'pooled'] }),
  variants: { runs: { wgsl: shape + windows + wgsl, workgroups: runsOfResults } },
  check: windowsFit,
  cpu({ dimensions: d, knobs, buffers: { image, pooled } }) {
    for (const { out, taps } of windowsOf(d, knobs)) {
      const sum = taps.reduce((total, { pixel }) => total + image[pixel], 0);
      pooled[out] = sum / (d.windowHeight * d.windowWidth);
    }
  },
  fast: byRows,
  bound: {
    absolute: 2e-6,
    relative: 1e-6,
    why: 'a mean of up to a hundred numbers near 1, each rounded to 2⁻²⁴ of the running sum',
  },
  suite: poolingSuite,
  edges: [
    {
      title: 'two by two, the rest of odd sides left out',
      dimensions: sizes({ height: 3, width: 5, outWidth: 2, windowHeight: 2, windowWidth: 2 }),
      knobs: { stride: 2, padding: 0 },
      buffers: { image: [1, 2, 3, 9, 99, 4, 5, 0, 8, 99, 99, 99, 99, 99, 99] },
      expected: { pooled: [3, 5] },
    },
    {
      title: 'padding counts as zeros',
      dimensions: sizes({ outHeight: 2, outWidth: 2, windowHeight: 2, windowWidth: 2 }),
      knobs: { stride: 1, padding: 1 },
      buffers: { image: [8] },
      expected: { pooled: [2, 2, 2, 2] },
    },
    {
      title: 'a window as large as the image gives the mean of each plane',
      dimensions: sizes({ planes: 2, height: 2, width: 3, windowHeight: 2, windowWidth: 3 }),
      knobs: { stride: 1, padding: 0 },
      buffers: { image: [1, 2, 3, 4, 5, 9, 0, 0, 0, 0, 0, 6] },
      expected: { pooled: [4, 1] },
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
