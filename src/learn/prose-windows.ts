import sampleWindows from '../../shaders/random/sample_windows';
import { readProse, type ProseSplit } from '../math/prose';
import { fetchPublic } from '../math/public-file';
import type { Tape, Value } from './tape';

/** The prose of `public/prose`. */
export const fetchProse = async (): Promise<ProseSplit> => {
  const bytes = await fetchPublic('prose/northanger-abbey.txt', 'the prose');
  return readProse(new TextDecoder().decode(bytes));
};

/** How many windows a batch has, how long they are, and which ones are drawn. */
export interface Windows {
  readonly length: number;
  readonly batch: number;
  readonly seed: number;
}

/**
 * Windows of a text, drawn anew in each step, and the character that follows each of theirs: both of
 * length × batch. Their calls are the tape's first two, whose `step` turns.
 */
export function proseWindows(
  tape: Tape,
  text: Uint8Array,
  { length, batch, seed }: Windows,
): readonly Value[] {
  const data = tape.compute.upload(Uint32Array.from(text));
  return [0, 1].map((shift) => {
    const windows = tape.compute.zeros(length * batch, 'u32');
    tape.run(sampleWindows, {
      dimensions: { starts: text.length - length, length, rows: batch },
      knobs: { seed, step: 0, shift },
      buffers: { data, windows },
    });
    return tape.given([length, batch], windows);
  });
}
