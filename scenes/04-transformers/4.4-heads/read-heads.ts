import {
  compareWithTwin,
  decodeProse,
  encodeProse,
  type Agreement,
  type Compute,
  type Watch,
} from '../../../src/author';
import { SIZE } from '../../../src/learn/character-transformer';
import { attentionMask } from '../../../src/learn/operations/masked';
import { inFloat64 } from '../../../src/learn/reference';
import { shippedWeights } from '../../../src/learn/shipped';
import { Tape } from '../../../src/learn/tape';
import { slopesOf, transform, transformerShapes } from '../../../src/learn/transformer';

/** Characters at the beginning that are read again in float64. */
const CHECKED = 16;

/**
 * Within this a device agrees with float64. A score of some tens is a sum of products that are each
 * rounded to 2⁻²⁴ of it, and so is what the layers below hand on; a softmax makes no more of that than
 * a quarter.
 */
const BOUND = { absolute: 2e-5, relative: 1e-5 };

/** The text as far as it was read, and what each character takes from which. */
export interface HeadsRead {
  readonly text: string;
  /** Layers × heads × characters × characters, the one that looks by rows. */
  readonly weights: Float32Array;
  readonly agreement: Agreement;
  /** From the first call to the last number read. */
  readonly elapsed: number;
}

/** A text in the characters of the prose, and as many of them as the network reads. */
export const readable = (written: string): string =>
  decodeProse(encodeProse(written).subarray(0, SIZE.context));

/** The transformer over a text, no character of which sees what follows it. */
function record(compute: Compute, numbers: Float32Array, text: string) {
  const tape = new Tape(compute);
  const { length } = text;
  const tokens = tape.given([length, 1], compute.upload(Uint32Array.from(encodeProse(text))));
  const sight = { length, slopes: slopesOf(SIZE), causal: true };
  const mask = tape.given([SIZE.heads, length, length], compute.upload(attentionMask(sight)));
  const given = shippedWeights(tape, transformerShapes(SIZE), numbers);
  return { tape, ...transform(tape, tokens, given, { size: SIZE, mask }) };
}

/** Has the transformer with these weights read a text, and its beginning again in float64. */
export async function readHeads(
  compute: Compute,
  numbers: Float32Array,
  text: string,
  watch: Watch & { now(): number },
): Promise<HeadsRead> {
  const { tape, attention } = record(compute, numbers, text);
  const started = watch.now();
  tape.calls.forEach(({ kernel, call }) => compute.run(kernel, call));
  await compute.finished(watch);
  const size = SIZE.heads * text.length ** 2;
  const weights = new Float32Array(SIZE.layers * size);
  for (const [layer, { tensor }] of attention.entries()) {
    weights.set(await compute.read(tensor), layer * size);
  }
  const elapsed = watch.now() - started;
  return { text, weights, elapsed, agreement: await checked(compute, numbers, text, weights) };
}

/** What the first characters look at does not depend on those that follow them. */
async function checked(
  compute: Compute,
  numbers: Float32Array,
  text: string,
  weights: Float32Array,
): Promise<Agreement> {
  const beginning = text.slice(0, CHECKED);
  const { tape, attention } = record(compute, numbers, beginning);
  const twin = await inFloat64(compute, tape.calls);
  const exact = attention.flatMap(({ tensor }) => Array.from(twin(tensor)));
  const side = beginning.length;
  const running = exact.map((_, i) => {
    const [table, row, column] = [Math.floor(i / side ** 2), Math.floor(i / side) % side, i % side];
    return weights[(table * text.length + row) * text.length + column];
  });
  return compareWithTwin(
    running,
    exact,
    BOUND,
    `weights of the first ${side} characters, in all heads`,
  );
}
