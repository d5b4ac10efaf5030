import sampleBatch from '../../../shaders/random/sample_batch';
import sampleWindows from '../../../shaders/random/sample_windows';
import type { Compute } from '../../compute/compute';
import {
  DIGIT_INK,
  DIGIT_PIXELS,
  DIGIT_SIDE,
  readDigits,
  type Digits,
  type LabelledDigits,
} from '../../math/digits';
import { fetchPublic } from '../../math/public-file';
import { Random } from '../../math/random';
import { cosine, Descent } from '../descent';
import { initialisers } from '../initialise';
import { activated } from '../operations/activated';
import { conv2d } from '../operations/conv2d';
import { crossEntropy } from '../operations/cross-entropy';
import { layer } from '../operations/layer';
import { maxPool } from '../operations/max-pool';
import { reshaped } from '../operations/reshaped';
import { shippedWeights } from '../shipped';
import { stepTurns } from '../step-turns';
import { sizeOf, Tape, type Shape, type Value } from '../tape';
import type { Recipe } from './recipe';

/** How many digits there are. */
export const CLASSES = 10;

/** Channels after the first convolution and after the second, and the side of their kernels. */
const [FIRST, SECOND, KERNEL] = [16, 32, 3];
/** Numbers of an image when both layers have halved its sides. */
const FEATURES = SECOND * (DIGIT_SIDE / 4) ** 2;

/** Kernels and biases of both convolutions, then the dense layer, its biases in its last row. */
export const parameterShapes: readonly Shape[] = [
  [FIRST, 1, KERNEL, KERNEL],
  [FIRST],
  [SECOND, FIRST, KERNEL, KERNEL],
  [SECOND],
  [1, FEATURES + 1, CLASSES],
];

/**
 * What a small convolutional network makes of images of batch × 1 × side × side: the channels of both
 * convolutions after ReLU, the same with their sides halved, and a logit for each digit, of
 * 1 × batch × digits.
 */
export function see(tape: Tape, images: Value, weights: readonly Value[]) {
  const [kernels, biases, moreKernels, moreBiases, dense] = weights;
  const convolved = (input: Value, by: Value, bias: Value): Value =>
    activated(tape, conv2d(tape, input, by, bias, { padding: 1 }), 'relu');
  const first = convolved(images, kernels, biases);
  const halved = maxPool(tape, first, 2);
  const second = convolved(halved, moreKernels, moreBiases);
  const quartered = maxPool(tape, second, 2);
  const features = reshaped(tape, quartered, [1, images.shape[0], FEATURES]);
  return { first, halved, second, quartered, logits: layer(tape, features, dense, 'none') };
}

/** Pixels as the network sees them, from 0, blank, to 1. */
export const inked = (pixels: ArrayLike<number>): Float32Array =>
  Float32Array.from(pixels, (ink) => ink / DIGIT_INK);

/** The digits of `public/digits`. */
export const fetchDigits = async (): Promise<Digits> =>
  readDigits(await fetchPublic('digits/digits.bin', 'the handwritten digits'));

/**
 * A batch of digits that is drawn anew in each step, images of 1 × batch × pixels: the first two calls of
 * a tape, which `stepTurns(0, 1)` moves on.
 */
export function digitBatches(
  tape: Tape,
  { pixels, labels }: LabelledDigits,
  batch: number,
  seed: number,
): { readonly images: Value; readonly targets: Value } {
  const { compute } = tape;
  const examples = labels.length;
  const images = tape.given([1, batch, DIGIT_PIXELS]);
  const targets = tape.given([batch], compute.zeros(batch, 'u32'));
  const knobs = { seed, step: 0 };
  tape.run(sampleBatch, {
    dimensions: { networks: 1, examples, rows: batch, inputs: DIGIT_PIXELS, outputs: 1 },
    knobs,
    buffers: {
      x_data: compute.upload(inked(pixels)),
      y_data: compute.zeros(examples),
      ...{ x: images.tensor, y: compute.zeros(batch) },
    },
  });
  // A window of one label is the label of the image that was drawn by the same seed and step.
  tape.run(sampleWindows, {
    dimensions: { starts: examples, length: 1, rows: batch },
    knobs: { ...knobs, shift: 0 },
    buffers: {
      data: compute.upload(Uint32Array.of(...labels, 0)),
      windows: targets.tensor,
    },
  });
  return { images, targets };
}

const SEED = 88;
const STEPS = 1500;
const BATCH = 64;
const RATE = 3e-3;

/** Weights as He et al. begin them, biases at 0. */
function initial(): Float32Array[] {
  const random = new Random(SEED, 1);
  return parameterShapes.map((shape) => {
    if (shape.length === 1) return new Float32Array(shape[0]);
    const dense = shape.length === 3;
    const spread = initialisers.he(dense ? FEATURES : sizeOf(shape.slice(1)));
    const learned = dense ? FEATURES * CLASSES : sizeOf(shape);
    return Float32Array.from({ length: sizeOf(shape) }, (_, i) =>
      i < learned ? spread * random.normal() : 0,
    );
  });
}

/** The share of images whose largest logit is that of their label. */
export async function accuracy(
  compute: Compute,
  weights: Float32Array,
  { pixels, labels }: LabelledDigits,
): Promise<number> {
  const tape = new Tape(compute);
  const shape = [labels.length, 1, DIGIT_SIDE, DIGIT_SIDE];
  const images = tape.given(shape, compute.upload(inked(pixels)));
  const { logits } = see(tape, images, shippedWeights(tape, parameterShapes, weights));
  const plan = compute.plan(tape.calls);
  plan.run(1);
  const all = await compute.read(logits.tensor);
  plan.release();
  const right = [...labels.keys()].filter((i) => {
    const own = all.subarray(i * CLASSES, (i + 1) * CLASSES);
    return own.indexOf(Math.max(...own)) === labels[i];
  });
  return right.length / labels.length;
}

const recipe: Recipe = {
  name: 'digits',
  seed: SEED,
  steps: STEPS,
  async open(compute) {
    const tape = new Tape(compute);
    const { images, targets } = digitBatches(tape, (await fetchDigits()).training, BATCH, SEED);
    const square = reshaped(tape, images, [BATCH, 1, DIGIT_SIDE, DIGIT_SIDE]);
    const parameters = initial().map((data, i) => tape.parameter(parameterShapes[i], data));
    const loss = crossEntropy(tape, see(tape, square, parameters).logits, targets);
    tape.backward(loss);
    const descent = new Descent(tape, parameters, { optimizer: 'adam', lr: cosine(RATE, STEPS) });
    return { trained: { tape, loss, descent, turns: stepTurns(0, 1) }, parameters };
  },
  async measure(compute, weights) {
    const { training, heldOut } = await fetchDigits();
    return {
      'accuracy on digits held out': await accuracy(compute, weights, heldOut),
      'accuracy in training': await accuracy(compute, weights, training),
    };
  },
  missing(reached) {
    return reached['accuracy on digits held out'] >= 0.97
      ? undefined
      : 'under 97 % of the digits held out are recognised';
  },
};

export default recipe;
