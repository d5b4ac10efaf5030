import conv2dKernel from '../../../shaders/convolution/conv2d';
import gradientInput from '../../../shaders/convolution/conv2d_gradient_input';
import gradientKernel from '../../../shaders/convolution/conv2d_gradient_kernel';
import { positionsOf } from '../../../shaders/convolution/lib/convolution';
import sum from '../../../shaders/reduction/sum';
import type { Tensor } from '../../compute/tensor';
import type { Tape, Value } from '../tape';
import type { Trial } from '../trial';

/** How a window slides. */
export interface Sliding {
  readonly stride?: number;
  readonly padding?: number;
  readonly dilation?: number;
}

/** Networks that are run at once: each has its own part of all channels, and of the weights. */
interface Population {
  readonly networks?: number;
}

/**
 * A convolution with a bias for each channel it makes: images of batch × inputs × height × width,
 * weights of outputs × inputs of a network × kernel height × kernel width.
 */
export function conv2d(
  tape: Tape,
  images: Value,
  weights: Value,
  bias: Value,
  { stride = 1, padding = 0, dilation = 1, networks = 1 }: Sliding & Population = {},
): Value {
  const [batch, inputs, height, width] = images.shape;
  const [outputs, , kernelHeight, kernelWidth] = weights.shape;
  const sliding = { stride, padding, dilation };
  const outHeight = positionsOf(height, kernelHeight, sliding);
  const outWidth = positionsOf(width, kernelWidth, sliding);
  const dimensions = {
    ...{ batch, inputs, outputs, groups: networks, height, width },
    ...{ outHeight, outWidth, kernelHeight, kernelWidth },
  };
  const shape = [batch, outputs, outHeight, outWidth];
  const convolved = tape.room(shape);
  tape.run(conv2dKernel, {
    dimensions,
    knobs: { ...sliding, biased: 1 },
    buffers: { image: images.tensor, weights: weights.tensor, bias: bias.tensor, convolved },
  });
  return tape.made(shape, convolved, [images, weights, bias], (upstream) => {
    const toWeights = tape.room(weights.shape);
    tape.run(gradientKernel, {
      dimensions: { ...dimensions, parts: 1 },
      knobs: sliding,
      buffers: { image: images.tensor, upstream, gradient: toWeights },
    });
    const toBias = overChannels(tape, upstream, shape);
    // Images that are given need no gradient, and in a first layer it would cost most of the way back.
    if (!images.tracked) return [undefined, toWeights, toBias];
    const toImages = tape.room(images.shape);
    tape.run(gradientInput, {
      dimensions,
      knobs: sliding,
      buffers: { upstream, weights: weights.tensor, gradient: toImages },
    });
    return [toImages, toWeights, toBias];
  });
}

/** The sum of each channel over its positions and all images. */
function overChannels(
  tape: Tape,
  values: Tensor,
  [batch, channels, height, width]: readonly number[],
): Tensor {
  const each = tape.room([batch, channels]);
  tape.run(sum, {
    dimensions: { rows: batch * channels, length: height * width, parts: 1 },
    buffers: { values, sums: each },
  });
  const all = tape.room([channels]);
  tape.run(sum, {
    dimensions: { rows: 1, length: batch * channels, parts: channels },
    buffers: { values: each, sums: all },
  });
  return all;
}

export const trials: readonly Trial[] = [
  {
    title: 'three networks of two channels each, made of one',
    shapes: [[2, 3, 4, 5], [6, 1, 3, 3], [6]],
    build: (tape, [images, weights, bias]) =>
      conv2d(tape, images, weights, bias, { padding: 1, networks: 3 }),
  },
  {
    title: 'one weight on one pixel',
    shapes: [[1, 1, 1, 1], [1, 1, 1, 1], [1]],
    build: (tape, [images, weights, bias]) => conv2d(tape, images, weights, bias),
  },
  {
    title: 'three channels from two, padded',
    shapes: [[2, 2, 5, 4], [3, 2, 3, 3], [3]],
    build: (tape, [images, weights, bias]) => conv2d(tape, images, weights, bias, { padding: 1 }),
  },
  {
    title: 'a stride that leaves a rest, and gaps between the taps',
    shapes: [[3, 1, 7, 6], [2, 1, 2, 3], [2]],
    build: (tape, [images, weights, bias]) =>
      conv2d(tape, images, weights, bias, { stride: 2, dilation: 2, padding: 1 }),
  },
];
