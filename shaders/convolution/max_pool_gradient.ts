import { kernel, type CpuCall } from '../../src/compute/kernel';
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
import shape from './lib/pooling.wgsl?raw';
import wgsl from './max_pool_gradient.wgsl?raw';

/** Result by result, in the order of the planes. */
function scatter({ dimensions: d, knobs, buffers: { upstream, argmax, gradient } }: CpuCall): void {
  const sums = new Float64Array(d.height * d.width);
  let out = 0;
  for (let plane = 0; plane < d.planes; plane += 1) {
    sums.fill(0);
    for (let y = 0; y < d.outHeight; y += 1) {
      const rows = tapsInside(y, d.height, d.windowHeight, knobs);
      for (let x = 0; x < d.outWidth; x += 1, out += 1) {
        const columns = tapsInside(x, d.width, d.windowWidth, knobs);
        const [i, j] = [Math.floor(argmax[out] / d.windowWidth), argmax[out] % d.windowWidth];
        if (i < rows.from || i >= rows.end || j < columns.from || j >= columns.end) continue;
        sums[(rows.start + i) * d.width + columns.start + j] += upstream[out];
      }
    }
    gradient.set(sums, plane * sums.length);
  }
}

/**
 * The gradient of `max_pool` with respect to its image: what arrives at a result, `upstream`, goes
 * to the one pixel that was the largest of its window, `argmax` as `max_pool` wrote it; what several
 * windows send to one pixel adds up, in the same order in every run. A position outside the image or
 * its window gets nothing.
 * Source: Goodfellow, Bengio and Courville, 2016, “Deep Learning”, section 9.3; ties as PyTorch's
 * MaxPool2d.
 */
export default kernel({
  name: 'max_pool_gradient',
  dimensions: POOLING,
  knobs: STEPPING,
  reads: {
    upstream: { shape: ['planes', 'outHeight', 'outWidth'] },
    argmax: {
      shape: ['planes', 'outHeight', 'outWidth'],
      type: 'u32',
      fill: (random, { windowHeight, windowWidth }) =>
        Math.floor(windowHeight * windowWidth * random.uniform()),
    },
  },
  writes: { gradient: { shape: ['planes', 'height', 'width'] } },
  division: () => ({ along: 'planes', buffers: ['upstream', 'argmax', 'gradient'] }),
  variants: { runs: { wgsl: shape + wgsl, workgroups: runsOfPixels } },
  check: windowsFit,
  cpu({ dimensions, knobs, buffers: { upstream, argmax, gradient } }) {
    const sums = new Float64Array(gradient.length);
    for (const { out, taps } of windowsOf(dimensions, knobs)) {
      const taken = taps.find(({ tap }) => tap === argmax[out]);
      if (taken) sums[taken.pixel] += upstream[out];
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
      title: 'all that arrives goes to the pixel that was taken',
      dimensions: sizes({ width: 5, outWidth: 2, windowWidth: 2 }),
      knobs: { stride: 2, padding: 0 },
      buffers: { upstream: [3, 4], argmax: [1, 0] },
      expected: { gradient: [0, 3, 4, 0, 0] },
    },
    {
      title: 'a pixel that several windows took gets the sum',
      dimensions: sizes({ width: 4, outWidth: 3, windowWidth: 2 }),
      knobs: { stride: 1, padding: 0 },
      buffers: { upstream: [1, 10, 100], argmax: [1, 0, 1] },
      expected: { gradient: [0, 11, 0, 100] },
    },
    {
      title: 'a position in the padding or past the window gets nothing',
      dimensions: sizes({ outHeight: 2, outWidth: 2, windowHeight: 2, windowWidth: 2 }),
      knobs: { stride: 1, padding: 1 },
      buffers: { upstream: [1, 10, 100, 1000], argmax: [3, 0, 9, 0] },
      expected: { gradient: [1001] },
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
