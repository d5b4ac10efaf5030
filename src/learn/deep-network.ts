import type { Compute } from '../compute/compute';
import { DIGIT_PIXELS, type LabelledDigits } from '../math/digits';
import { cosine, Descent } from './descent';
import { initialWeights } from './initialise';
import { add } from './operations/add';
import { crossEntropy } from './operations/cross-entropy';
import { layer } from './operations/layer';
import { layerNorm } from './operations/layer-norm';
import { CLASSES, digitBatches, fetchDigits, inked } from './recipes/digits';
import type { Opened, Recipe } from './recipes/recipe';
import { shippedWeights } from './shipped';
import { stepTurns } from './step-turns';
import { Tape, type Value } from './tape';

/** Layers as wide as each other between the one that takes the pixels in and the one of the logits. */
export const BLOCKS = 20;
export const WIDTH = 16;

const layers = Array.from({ length: BLOCKS + 2 }, (_, i) => ({
  inputs: i === 0 ? DIGIT_PIXELS : WIDTH,
  outputs: i > BLOCKS ? CLASSES : WIDTH,
}));

/** Weights of every layer, its biases in its last row. */
export const deepShapes = layers.map(({ inputs, outputs }) => [1, inputs + 1, outputs]);

/**
 * Logits of digits by deep networks that differ in nothing but their skips: images of
 * networks × batch × pixels; a block is relu(norm(h)·W + b), added to h where there are skips. The
 * normalisation learns nothing: it only keeps numbers near 1 on their way through so many layers, with
 * skips and without, as batch normalisation does in ResNets.
 */
export function deepLogits(
  tape: Tape,
  images: Value,
  weights: readonly Value[],
  skips: boolean,
): Value {
  const gain = tape.given([WIDTH], tape.compute.upload(new Float32Array(WIDTH).fill(1)));
  const bias = tape.given([WIDTH]);
  const normed = (h: Value): Value => layerNorm(tape, h, gain, bias);
  const first = layer(tape, images, weights[0], 'relu');
  const last = weights.slice(1, -1).reduce((h, block) => {
    const made = layer(tape, normed(h), block, 'relu');
    return skips ? add(tape, made, h) : made;
  }, first);
  return layer(tape, normed(last), weights[BLOCKS + 1], 'none');
}

const SEED = 25;
const STEPS = 1500;
const BATCH = 64;
/** Of 0.001, 0.003 and 0.01 the rate by which the plain network comes to the lowest loss. */
const RATE = 3e-3;

async function opened(compute: Compute, skips: boolean): Promise<Opened> {
  const tape = new Tape(compute);
  const { images, targets } = digitBatches(tape, (await fetchDigits()).training, BATCH, SEED);
  const parameters = layers.map((sizes, i) =>
    tape.parameter(deepShapes[i], initialWeights('he', { networks: 1, ...sizes, layer: i }, SEED)),
  );
  const loss = crossEntropy(tape, deepLogits(tape, images, parameters, skips), targets);
  tape.backward(loss);
  const lr = cosine(RATE, STEPS);
  const descent = new Descent(tape, parameters, { optimizer: 'adam', lr, clip: 1 });
  return { trained: { tape, loss, descent, turns: stepTurns(0, 1) }, parameters };
}

/** The mean cross-entropy of digits. */
async function lossOn(
  compute: Compute,
  weights: Float32Array,
  { pixels, labels }: LabelledDigits,
  skips: boolean,
): Promise<number> {
  const tape = new Tape(compute);
  const shape = [1, labels.length, DIGIT_PIXELS];
  const images = tape.given(shape, compute.upload(inked(pixels)));
  const targets = tape.given([labels.length], compute.upload(Uint32Array.from(labels)));
  const logits = deepLogits(tape, images, shippedWeights(tape, deepShapes, weights), skips);
  const loss = crossEntropy(tape, logits, targets);
  const plan = compute.plan(tape.calls);
  plan.run(1);
  const [mean] = await compute.read(loss.tensor);
  plan.release();
  return mean;
}

/** How one of the two is trained: by the same seed, on the same batches, for as many steps. */
export const deepRecipe = (name: string, skips: boolean, most: number): Recipe => ({
  name,
  seed: SEED,
  steps: STEPS,
  open: (compute) => opened(compute, skips),
  async measure(compute, weights) {
    const { training, heldOut } = await fetchDigits();
    return {
      'loss in training': await lossOn(compute, weights, training, skips),
      'loss on digits held out': await lossOn(compute, weights, heldOut, skips),
    };
  },
  missing: (reached) =>
    reached['loss in training'] <= most
      ? undefined
      : `the loss on the digits it learned from is over ${most}`,
});
