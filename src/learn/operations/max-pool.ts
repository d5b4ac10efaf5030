import maxPoolKernel from '../../../shaders/convolution/max_pool';
import maxPoolGradient from '../../../shaders/convolution/max_pool_gradient';
import { positionsOf } from '../../../shaders/convolution/lib/convolution';
import type { Tape, Value } from '../tape';
import type { Trial } from '../trial';

/**
 * The largest pixel of every square window, side by side: images of batch × channels × height × width.
 * A rest that fills no window is left out.
 */
export function maxPool(tape: Tape, images: Value, window: number): Value {
  const [batch, channels, height, width] = images.shape;
  const [outHeight, outWidth] = [height, width].map((side) =>
    positionsOf(side, window, { stride: window }),
  );
  const dimensions = {
    ...{ planes: batch * channels, height, width, outHeight, outWidth },
    ...{ windowHeight: window, windowWidth: window },
  };
  const knobs = { stride: window, padding: 0 };
  const shape = [batch, channels, outHeight, outWidth];
  const pooled = tape.room(shape);
  const argmax = tape.compute.zeros(pooled.length, 'u32');
  tape.run(maxPoolKernel, { dimensions, knobs, buffers: { image: images.tensor, pooled, argmax } });
  return tape.made(shape, pooled, [images], (upstream) => {
    const gradient = tape.room(images.shape);
    tape.run(maxPoolGradient, { dimensions, knobs, buffers: { upstream, argmax, gradient } });
    return [gradient];
  });
}

export const trials: readonly Trial[] = [
  {
    title: 'windows of one pixel',
    shapes: [[1, 1, 1, 2]],
    build: (tape, [images]) => maxPool(tape, images, 1),
  },
  {
    title: 'a rest below and on the right',
    shapes: [[2, 3, 5, 7]],
    build: (tape, [images]) => maxPool(tape, images, 2),
  },
];
