import { kernel, spread } from '../src/compute/kernel';
import wgsl from './filter2d.wgsl?raw';

/**
 * Depthwise two-dimensional cross-correlation of an image with one kernel of weights, padded with
 * zeros so that the output is as large as the image. A window of even size reaches one further to
 * the right and down than to the left and up, as padding “same” does in PyTorch.
 */
export default kernel({
  name: 'filter2d',
  dimensions: ['channels', 'height', 'width', 'size'],
  reads: {
    image: { shape: ['channels', 'height', 'width'] },
    weights: { shape: ['size', 'size'] },
  },
  writes: { filtered: { shape: ['channels', 'height', 'width'] } },
  variants: {
    direct: {
      wgsl,
      workgroups: ({ channels, height, width }) => spread(channels * height * width, 64),
    },
  },
  check: ({ size }) =>
    size > 11 ? `size is ${size}; a kernel of weights is at most 11 × 11` : undefined,
  cpu({ dimensions: { channels, height, width, size }, buffers: { image, weights, filtered } }) {
    const before = Math.floor((size - 1) / 2);
    for (let channel = 0; channel < channels; channel += 1) {
      const plane = channel * height * width;
      for (let y = 0; y < height; y += 1) {
        for (let x = 0; x < width; x += 1) {
          let sum = 0;
          for (let row = 0; row < size; row += 1) {
            for (let column = 0; column < size; column += 1) {
              const v = y + row - before;
              const u = x + column - before;
              if (v < 0 || v >= height || u < 0 || u >= width) continue;
              sum += weights[row * size + column] * image[plane + v * width + u];
            }
          }
          filtered[plane + y * width + x] = sum;
        }
      }
    }
  },
  bound: {
    absolute: 5e-5,
    relative: 1e-6,
    why: 'at most 121 products of numbers near 1, each sum rounded to 2⁻²⁴ of a total below 60',
  },
  suite: { largest: { size: 11, channels: 7 } },
  edges: [
    {
      title: 'a single 1 in the middle leaves the image as it is',
      dimensions: { channels: 1, height: 2, width: 3, size: 3 },
      buffers: { image: [1, 2, 3, 4, 5, 6], weights: [0, 0, 0, 0, 1, 0, 0, 0, 0] },
      expected: { filtered: [1, 2, 3, 4, 5, 6] },
    },
    {
      title: 'the kernel is not flipped',
      dimensions: { channels: 1, height: 1, width: 3, size: 3 },
      buffers: { image: [1, 2, 3], weights: [0, 0, 0, 0, 0, 1, 0, 0, 0] },
      expected: { filtered: [2, 3, 0] },
    },
    {
      title: 'an even kernel reaches to the right and down',
      dimensions: { channels: 1, height: 2, width: 2, size: 2 },
      buffers: { image: [1, 2, 3, 4], weights: [1, 1, 1, 1] },
      expected: { filtered: [10, 6, 7, 4] },
    },
    {
      title: 'an image of one pixel meets a kernel larger than itself',
      dimensions: { channels: 3, height: 1, width: 1, size: 11 },
    },
  ],
});
