import { compare, worse } from '../compute/agreement';
import type { Agreement, Compute } from '../compute/compute';
import type { TypedArray } from '../compute/numbers';
import type { Watch } from '../compute/watch';
import { decodeProse, encodeProse } from '../math/prose';
import { SIZE } from './character-transformer';
import { attentionMask } from './operations/masked';
import { inFloat64 } from './reference';
import { shippedWeights } from './shipped';
import { Tape, type Value } from './tape';
import { slopesOf, transform, transformerShapes } from './transformer';

/** Characters at the beginning that are read again in float64. */
const CHECKED = 16;

/**
 * Within this a device agrees with float64. A score of some tens is a sum of products that are each
 * rounded to 2⁻²⁴ of it, and so is what the layers below hand on; a softmax makes no more of that than
 * a quarter.
 */
const SCORES = { absolute: 8e-5, relative: 1e-5 };
const WEIGHTS = { absolute: SCORES.absolute / 4, relative: SCORES.relative };

/** The text as far as it was read, and what each character takes from which. */
export interface HeadsRead {
  readonly text: string;
  /** Layers × heads × characters × characters, the one that looks by rows. */
  readonly weights: Float32Array;
  /** Alike: q·kᵀ/√d, from which the weights come by the mask and a softmax. */
  readonly scores: Float32Array;
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
  const { tape, attention, scores } = record(compute, numbers, text);
  const started = watch.now();
  tape.calls.forEach(({ kernel, call }) => compute.run(kernel, call));
  await compute.finished(watch);
  const tables = await compute.readAll([...attention, ...scores].map(({ tensor }) => tensor));
  const read = {
    text,
    weights: joined(tables.slice(0, attention.length)),
    scores: joined(tables.slice(attention.length)),
    elapsed: watch.now() - started,
  };
  return { ...read, agreement: await checked(compute, numbers, read) };
}

/** The tables of all layers, one after the other. */
function joined(tables: readonly TypedArray[]): Float32Array {
  const [{ length }] = tables;
  const all = new Float32Array(tables.length * length);
  tables.forEach((table, layer) => all.set(table, layer * length));
  return all;
}

/** What the first characters look at does not depend on those that follow them. */
async function checked(
  compute: Compute,
  numbers: Float32Array,
  { text, weights, scores }: Pick<HeadsRead, 'text' | 'weights' | 'scores'>,
): Promise<Agreement> {
  const beginning = text.slice(0, CHECKED);
  const side = beginning.length;
  const short = record(compute, numbers, beginning);
  const twin = await inFloat64(compute, short.tape.calls);
  const over = (
    running: Float32Array,
    layers: readonly Value[],
    bound: typeof SCORES,
    what: string,
  ): Agreement => {
    const exact = layers.flatMap(({ tensor }) => Array.from(twin(tensor)));
    const same = exact.map((_, i) => {
      const [table, row, column] = [Math.floor(i / side ** 2), Math.floor(i / side), i];
      return running[(table * text.length + (row % side)) * text.length + (column % side)];
    });
    return compare(same, exact, bound, what);
  };
  const agreement = worse(
    over(scores, short.scores, SCORES, 'scores'),
    over(weights, short.attention, WEIGHTS, 'weights'),
  );
  return {
    ...agreement,
    what: `${agreement.what} of the first ${side} characters, in all heads,`,
  };
}
