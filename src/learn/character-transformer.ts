import type { Compute } from '../compute/compute';
import { trainNGram } from '../math/n-gram';
import { PROSE_SIZE } from '../math/prose';
import { cosine, Descent } from './descent';
import { crossEntropy } from './operations/cross-entropy';
import { attentionMask } from './operations/masked';
import { fetchProse, proseWindows, type Windows } from './prose-windows';
import type { Opened, Recipe } from './recipes/recipe';
import { shippedWeights } from './shipped';
import { stepTurns } from './step-turns';
import { Tape, type Value } from './tape';
import {
  initialTransformer,
  slopesOf,
  transform,
  transformerShapes,
  type Size,
} from './transformer';
import { TransformerReader } from './transformer-reader';

/** The shipped one: so many units in each MLP as keep it below the weights of the shipped LSTM. */
export const SIZE: Size = {
  ...{ vocabulary: PROSE_SIZE, context: 64, width: 96 },
  ...{ heads: 4, layers: 3, units: 352 },
};

/** How a transformer learns to continue texts. */
export interface Learning {
  readonly size: Size;
  readonly causal: boolean;
  readonly seed: number;
  readonly batch: number;
  /** The largest rate, how many steps it takes to rise to it, and how many there are in all. */
  readonly rate: number;
  readonly rising: number;
  readonly steps: number;
}

/** A transformer that is ready to learn from windows of a text. */
export function openTransformer(compute: Compute, text: Uint8Array, learning: Learning): Opened {
  const { size, causal, seed, batch, rate, rising, steps } = learning;
  const tape = new Tape(compute);
  const length = size.context;
  const windows: Windows = { length, batch, seed };
  const [characters, following] = proseWindows(tape, text, windows);
  const shapes = transformerShapes(size);
  const parameters = initialTransformer(size, seed).map((numbers, i) =>
    tape.parameter(shapes[i], numbers),
  );
  const sight = { length, slopes: slopesOf(size), causal };
  const mask = tape.given([size.heads, length, length], compute.upload(attentionMask(sight)));
  const { logits } = transform(tape, characters, parameters, { size, mask });
  const loss = crossEntropy(tape, logits, following);
  tape.backward(loss);
  const falling = cosine(rate, steps);
  const descent = new Descent(tape, parameters, {
    optimizer: 'adam',
    beta2: 0.99,
    lr: (step) => Math.min(1, (step + 1) / rising) * falling(step),
    clip: 1,
  });
  return { trained: { tape, loss, descent, turns: stepTurns(0, 1) }, parameters };
}

/** The shipped weights as values. */
export const shippedTransformer = (compute: Compute, numbers: Float32Array): Value[] =>
  shippedWeights(new Tape(compute), transformerShapes(SIZE), numbers);

/** Windows that are read at once to measure. */
const AT_ONCE = 64;

/** What is measured: in windows that follow each other by `stride`, the positions from `from` on. */
interface Measured {
  readonly causal: boolean;
  readonly length: number;
  readonly stride: number;
  readonly from: number;
  readonly windows: number;
}

/** What a character of a text costs on average, in bits. */
async function bitsPerCharacter(
  compute: Compute,
  weights: Float32Array,
  text: Uint8Array,
  { causal, length, stride, from, windows }: Measured,
): Promise<number> {
  const reader = new TransformerReader(compute, shippedTransformer(compute, weights), {
    ...{ size: SIZE, causal, length, batch: AT_ONCE },
  });
  let bits = 0;
  for (let first = 0; first < windows; first += AT_ONCE) {
    const at = (row: number): number =>
      (first + (row % AT_ONCE)) * stride + Math.floor(row / AT_ONCE);
    reader.read(Uint32Array.from({ length: length * AT_ONCE }, (_, row) => text[at(row)]));
    const logits = await reader.logits();
    for (let row = from * AT_ONCE; row < length * AT_ONCE; row += 1) {
      const scores = logits.subarray(row * PROSE_SIZE, (row + 1) * PROSE_SIZE);
      bits += cost(scores, text[at(row) + 1]) / Math.LN2;
    }
  }
  reader.release();
  return bits / ((length - from) * windows);
}

/** −log of the probability that logits give to one of the characters. */
function cost(logits: Float32Array, character: number): number {
  const largest = logits.reduce((a, b) => Math.max(a, b));
  const sum = logits.reduce((total, logit) => total + Math.exp(logit - largest), 0);
  return Math.log(sum) + largest - logits[character];
}

const HALF = SIZE.context / 2;
/** Characters of the text held out that are predicted: about two fifths of it. */
const PREDICTED = 2 ** 14;
/** Characters of context of the n-gram model that a network has to beat. */
const PAIRS = 2;

const run = { seed: 43, batch: 8, rate: 4e-3, rising: 50, steps: 4000 };

/**
 * With the mask, a character is predicted from the 32 to 63 characters before it: windows overlap by
 * half, and the second half of each counts.
 */
export const transformerRecipe: Recipe = {
  name: 'transformer',
  ...{ seed: run.seed, steps: run.steps, half: true },
  open: async (compute) =>
    openTransformer(compute, (await fetchProse()).training, { size: SIZE, causal: true, ...run }),
  async measure(compute, weights) {
    const { training, heldOut } = await fetchProse();
    const windows = PREDICTED / HALF;
    return {
      'bits per character': await bitsPerCharacter(compute, weights, heldOut, {
        ...{ causal: true, length: SIZE.context, stride: HALF, from: HALF, windows },
      }),
      'bits per character of an n-gram of order 2': trainNGram(
        training,
        PROSE_SIZE,
        PAIRS,
      ).bitsPerCharacter(heldOut),
    };
  },
  missing: (reached) =>
    reached['bits per character'] < reached['bits per character of an n-gram of order 2']
      ? undefined
      : 'a character of the text held out costs no less than it does an n-gram of order 2',
};

/** To copy what follows is sooner learned than to foresee it. */
const UNMASKED_STEPS = 1000;

/** Bits that a character costs whoever guesses evenly. */
const GUESSED = Math.log2(PROSE_SIZE);

/**
 * Without the mask: what a character costs while the one that follows can be read, and what it costs
 * where nothing follows, as when a text is written.
 */
export const unmaskedRecipe: Recipe = {
  name: 'transformer-unmasked',
  ...{ seed: run.seed, steps: UNMASKED_STEPS, half: true },
  open: async (compute) =>
    openTransformer(compute, (await fetchProse()).training, {
      ...run,
      ...{ size: SIZE, causal: false, steps: UNMASKED_STEPS },
    }),
  async measure(compute, weights) {
    const { heldOut } = await fetchProse();
    const all = { length: SIZE.context, stride: SIZE.context, from: 0, windows: 128 };
    const last = { length: HALF, stride: HALF, from: HALF - 1, windows: 512 };
    return {
      'bits per character in sight of what follows': await bitsPerCharacter(
        compute,
        weights,
        heldOut,
        { causal: false, ...all },
      ),
      'bits per character where nothing follows': await bitsPerCharacter(
        compute,
        weights,
        heldOut,
        { causal: false, ...last },
      ),
    };
  },
  missing: (reached) =>
    reached['bits per character in sight of what follows'] < 0.5 &&
    reached['bits per character where nothing follows'] > GUESSED
      ? undefined
      : 'what follows is not copied, or is guessed where it cannot be',
};
