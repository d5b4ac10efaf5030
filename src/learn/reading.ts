import { compare, worse } from '../compute/agreement';
import type { Agreement, Compute } from '../compute/compute';
import type { Numbers } from '../compute/numbers';
import type { Tensor } from '../compute/tensor';
import { positionsOfLargest } from '../math/largest';
import { decodeProse, encodeProse, PROSE_SIZE } from '../math/prose';
import { characterShapes, continueText, HIDDEN, noMemory, type Cell } from './character-model';
import { softmax } from './operations/softmax';
import { inFloat64 } from './reference';
import { shippedWeights } from './shipped';
import { Tape } from './tape';
import { loadWeights } from './weights';

/** Characters at the beginning that are read again in float64. */
const CHECKED = 40;

/**
 * Within this a device agrees with float64. Sums of 257 products are each rounded to 2⁻²⁴ of some tens,
 * tanh is good to a few units of 2⁻²², and a trained layer forgets the roundings of earlier steps.
 */
const BOUND = { absolute: 5e-5, relative: 1e-5 };

/** What a language model of characters made of a text. A row of each array is a character of it. */
export interface Reading {
  /** The text in the characters of the prose, as it was read. */
  readonly text: string;
  /** What was expected before each character, and last of all after the text. */
  readonly expected: Numbers;
  /** The units once they had read each character. */
  readonly states: Numbers;
  /** Of an LSTM: the cells, and the gates as its kernel orders them. */
  readonly cells?: Numbers;
  readonly gates?: Numbers;
}

export interface Read {
  readonly reading: Reading;
  readonly agreement: Agreement;
  /** From the first call to the last number read. */
  readonly elapsed: number;
}

/** A model over a text. It begins as a paragraph does, after the end of a line. */
function record(compute: Compute, cell: Cell, weights: Float32Array, text: string) {
  const tape = new Tape(compute);
  const read = Uint32Array.from(encodeProse(`\n${text}`));
  const characters = tape.given([read.length, 1], compute.upload(read));
  const given = shippedWeights(tape, characterShapes(cell), weights);
  const layer = continueText(tape, cell, characters, given, noMemory(tape, cell, 1));
  return { tape, ...layer, expected: softmax(tape, layer.logits).tensor };
}

/** Where a text is read: the stage of a program at scale has this. */
export interface Desk {
  readonly compute: Compute;
  readonly clock: { now(): number };
  progress(share: number): void;
}

/**
 * Has the shipped model with this cell read a text, and its beginning again in float64; what that takes
 * on the device is released.
 */
export async function readText(
  desk: Desk,
  cell: Cell,
  written: string,
  signal?: AbortSignal,
): Promise<Read> {
  const work = desk.compute.scope(signal);
  try {
    const weights = await loadWeights(`char-${cell}`, true);
    signal?.throwIfAborted();
    const text = decodeProse(encodeProse(written));
    const { tape, expected, memory, gates } = record(work, cell, weights, text);
    const started = desk.clock.now();
    tape.calls.forEach(({ kernel, call }) => work.run(kernel, call));
    await work.finished({ progress: (share) => desk.progress(share), signal });
    // The first row is that of the end of a line before the text.
    const after = (tensor: Tensor) => [tensor, tensor.length / (text.length + 1)] as const;
    const [states, cells] = memory;
    const read = await work.readAll([
      expected,
      after(states),
      ...(gates ? [after(cells), after(gates)] : []),
    ]);
    const reading: Reading = {
      text,
      expected: read[0],
      states: read[1],
      cells: read.at(2),
      gates: read.at(3),
    };
    const elapsed = desk.clock.now() - started;
    const agreement = await checked(work, cell, weights, reading);
    signal?.throwIfAborted();
    return { reading, elapsed, agreement };
  } finally {
    work.release();
  }
}

async function checked(
  compute: Compute,
  cell: Cell,
  weights: Float32Array,
  { text, expected, states, cells }: Reading,
): Promise<Agreement> {
  const beginning = text.slice(0, CHECKED);
  const short = record(compute, cell, weights, beginning);
  const twin = await inFloat64(compute, short.tape.calls);
  const over = (numbers: Numbers, tensor: Tensor, from: number, what: string): Agreement => {
    const exact = twin(tensor).subarray(from);
    return compare(numbers.subarray(0, exact.length), exact, BOUND, what);
  };
  const [h, c] = short.memory;
  const chances = over(expected, short.expected, 0, 'probabilities');
  const kept = cells ? over(cells, c, HIDDEN, 'cells') : over(states, h, HIDDEN, 'states');
  const agreement = worse(chances, kept);
  return { ...agreement, what: `${agreement.what} of the first ${beginning.length} characters` };
}

/** What each of some units does over the text, from numbers with a row for each character. */
export function unitsOf(numbers: Numbers, units: number, first = 0, count = units): Float32Array[] {
  const characters = numbers.length / units;
  return Array.from({ length: count }, (_, unit) => {
    const course = new Float32Array(characters);
    for (let at = 0; at < characters; at += 1) course[at] = numbers[at * units + first + unit];
    return course;
  });
}

/** Rows one below the other, as a heatmap has them. */
export function stacked(rows: readonly Float32Array[]): Float32Array<ArrayBuffer> {
  const all = new Float32Array(rows.length * rows[0].length);
  rows.forEach((row, i) => all.set(row, i * row.length));
  return all;
}

/** How surprising a character of the text was, in bits. */
export const bitsOf = (reading: Reading): number[] =>
  Array.from(
    encodeProse(reading.text),
    (id, at) => -Math.log2(reading.expected[at * PROSE_SIZE + id]),
  );

/** A character, and the share of certainty with which it was expected. */
export interface Chance {
  readonly character: string;
  readonly probability: number;
}

/** What was likeliest to come at a position of the text, or after its end; the likeliest first. */
export function likeliest({ expected }: Reading, at: number, count: number): Chance[] {
  const chances = expected.subarray(at * PROSE_SIZE, (at + 1) * PROSE_SIZE);
  return positionsOfLargest(chances, count).map((id) => ({
    character: decodeProse([id]),
    probability: chances[id],
  }));
}

/** How a reader calls a unit: units are counted from 1, as layers and heads are. */
export const nameOfUnit = (unit: number): string => `unit ${unit + 1}`;
