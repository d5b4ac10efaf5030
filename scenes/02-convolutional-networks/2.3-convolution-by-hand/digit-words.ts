import { DIGIT_SIDE, type LabelledDigits, type Matrix } from '../../../src/author';
import { percent } from './effect';
import { mostNeeded, readAs, type Reading } from './reading';

/** A digit of the data set, and whether the network was trained with it. */
export interface Known {
  readonly label: number;
  readonly heldOut: boolean;
}

/** Which of these digits has exactly these pixels, if one has. */
export function positionOf({ pixels, labels }: LabelledDigits, digit: Matrix): number | undefined {
  const flat = digit.flat();
  const found = labels.findIndex((_, k) =>
    flat.every((ink, i) => ink === pixels[k * flat.length + i]),
  );
  return found < 0 ? undefined : found;
}

/** The digit at a position, as a matrix. */
export const digitAt = ({ pixels }: LabelledDigits, position: number): Matrix =>
  Array.from({ length: DIGIT_SIDE }, (_, row) => {
    const start = (position * DIGIT_SIDE + row) * DIGIT_SIDE;
    return [...pixels.subarray(start, start + DIGIT_SIDE)];
  });

const an = (digit: number): string => `${digit === 8 ? 'an' : 'a'} ${digit}`;

/** `row 4 of 8, column 4 of 8`: the first is row 1. */
export const nameOfPixel = (pixel: number): string =>
  `row ${Math.floor(pixel / DIGIT_SIDE) + 1} of ${DIGIT_SIDE}, column ${(pixel % DIGIT_SIDE) + 1} of ${DIGIT_SIDE}`;

const subjectOf = (known: Known | undefined): string =>
  !known
    ? 'This drawing'
    : known.heldOut
      ? `This ${known.label}, held out of training,`
      : `This ${known.label}, seen in training,`;

/** What the network reads, and which pixel it needs for that. */
export function finding(reading: Reading, known: Known | undefined): string {
  const { shares, without, pixels } = reading;
  const as = readAs(shares);
  if (pixels.flat().every((ink) => ink === 0)) {
    return `Even a blank sheet is read as ${an(as)}, at ${percent(shares[as])}: there is no answer for “none”.`;
  }
  const read = `${subjectOf(known)} is read as ${an(as)}, at ${percent(shares[as])}.`;
  const needed = mostNeeded(reading);
  const other = readAs(without[needed]);
  const where = nameOfPixel(needed);
  return other === as
    ? `${read} Blank any one pixel and it stays ${an(as)}; ${where} costs most and leaves ${percent(without[needed][as])}.`
    : `${read} Blank one pixel, ${where}, and it is read as ${an(other)}, at ${percent(without[needed][other])}.`;
}
