import { Random } from './random';
import { unzipped } from './unzipped';

export const DIGIT_SIDE = 8;
export const DIGIT_PIXELS = DIGIT_SIDE * DIGIT_SIDE;
/** The darkest a pixel can be: the pen touched all of its 4 × 4 dots. */
export const DIGIT_INK = 16;
/** How many of each digit are held out. */
const HELD_OUT = 36;
const SEED = 1797;

/** Handwritten digits of 8 × 8 pixels: what is trained on, and what it is measured on. */
export interface Digits {
  readonly training: LabelledDigits;
  readonly heldOut: LabelledDigits;
}

/** Pixels from 0, blank, to 16, row by row and digit after digit, and which digit each is. */
export interface LabelledDigits {
  readonly pixels: Uint8Array<ArrayBuffer>;
  readonly labels: Uint8Array<ArrayBuffer>;
}

/** The file of `public/digits`: of every digit its 64 pixels and its label, a byte each, gzipped or not. */
export async function readDigits(file: Uint8Array<ArrayBuffer>): Promise<Digits> {
  const all = labelled(new Uint8Array(await unzipped(file)));
  const heldOut = new Set(drawHeldOut(all.labels));
  const indices = [...all.labels.keys()];
  return {
    training: only(
      all,
      indices.filter((i) => !heldOut.has(i)),
    ),
    heldOut: only(
      all,
      indices.filter((i) => heldOut.has(i)),
    ),
  };
}

function labelled(bytes: Uint8Array): LabelledDigits {
  const count = bytes.length / (DIGIT_PIXELS + 1);
  if (count === 0 || !Number.isInteger(count)) {
    throw new RangeError(`${bytes.length} bytes are no whole digits`);
  }
  const pixels = new Uint8Array(count * DIGIT_PIXELS);
  const labels = new Uint8Array(count);
  for (let i = 0; i < count; i += 1) {
    const start = i * (DIGIT_PIXELS + 1);
    pixels.set(bytes.subarray(start, start + DIGIT_PIXELS), i * DIGIT_PIXELS);
    labels[i] = bytes[start + DIGIT_PIXELS];
  }
  if (pixels.some((ink) => ink > DIGIT_INK) || labels.some((label) => label > 9)) {
    throw new RangeError('a pixel or a label of the digits is out of range');
  }
  return { pixels, labels };
}

/** As many of each digit, drawn once for all: whoever trains sees the same ones. */
function drawHeldOut(labels: Uint8Array): number[] {
  const random = new Random(SEED);
  return Array.from({ length: 10 }, (_, digit) => {
    const alike = [...labels.keys()].filter((i) => labels[i] === digit);
    return random.shuffle(alike).slice(0, HELD_OUT);
  }).flat();
}

const only = ({ pixels, labels }: LabelledDigits, indices: readonly number[]): LabelledDigits => ({
  pixels: Uint8Array.from(
    indices.flatMap((i) => [...pixels.subarray(i * DIGIT_PIXELS, (i + 1) * DIGIT_PIXELS)]),
  ),
  labels: Uint8Array.from(indices, (i) => labels[i]),
});
