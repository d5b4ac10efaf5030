import { softmax } from '../math/linear';
import { SIZE } from './character-transformer';
import { attentionMask } from './operations/masked';
import { slopesOf } from './transformer';

/** A head of the shipped transformer, both numbers counted from 0. */
export interface HeadAt {
  readonly layer: number;
  readonly head: number;
}

/** All heads, layer by layer. */
export const allHeads: readonly HeadAt[] = Array.from(
  { length: SIZE.layers * SIZE.heads },
  (_, i) => ({ layer: Math.floor(i / SIZE.heads), head: i % SIZE.heads }),
);

/** Where the table of a head begins among those of all. */
export const offsetOf = ({ layer, head }: HeadAt, length: number): number =>
  (layer * SIZE.heads + head) * length ** 2;

/** How much a score of a head loses with each character of distance. */
export const slopeOf = ({ head }: Pick<HeadAt, 'head'>): number => slopesOf(SIZE)[head];

/**
 * What each character would take from those up to itself if a head found all of them alike, and only
 * their distance counted.
 */
export function byDistanceAlone(length: number, at: Pick<HeadAt, 'head'>): number[][] {
  const mask = attentionMask({ length, slopes: [slopeOf(at)], causal: true });
  return Array.from({ length }, (_, row) =>
    softmax(Array.from(mask.subarray(row * length, row * length + row + 1))),
  );
}

/** The least weight that a picture of heads tells from nothing, as a power of ten. */
export const FAINTEST = -2;

/** Weights as powers of ten, none below the faintest. */
export const powersOf = (weights: Float32Array): Float32Array =>
  weights.map((weight) => Math.log10(Math.max(weight, 10 ** FAINTEST)));
