import {
  MINUS,
  decimals,
  print,
  show,
  showShort,
  significant,
  typeset,
  usual,
  type Format,
} from './format';
import { showShares } from './shares';
import { numberWidth } from './number-width';
import type { Matrix } from './value';

/**
 * How a number is written where there is room: as its format says; as it is if its digits are few
 * (`2`, `0.5`); as a share of 1, which keeps two decimals at least; or with every digit it has.
 */
export type Style = 'fixed' | 'short' | 'share' | 'exact';

/** What a number has to fit, in units of the stage. */
export interface Room {
  readonly width: number;
  /** The type it would like. */
  readonly largest: number;
  readonly style?: Style;
  readonly format?: Format;
}

/** A number that fits: its text and the size of its type. */
export interface Fitted {
  readonly text: string;
  readonly size: number;
}

/** No text is smaller, in units of the stage. */
export const SMALLEST_TYPE = 14;

/**
 * The one rule for numbers in pictures: as many digits as fit at the smallest type, then the type as
 * large as they allow. A number that cannot be shown without a falsehood is not shown at all: its
 * cell keeps its colour, and pointing at it says the number in full.
 */
export function fit(x: number, room: Room): Fitted | undefined {
  const text = candidates(x, room).find((candidate) => fits(candidate, room));
  return text === undefined ? undefined : { text, size: sizeOf(text, room) };
}

/** The width at which all of these numbers are as their style and format say, in the smallest type. */
export function widthWanted(
  values: Matrix,
  { style, format }: Omit<Room, 'width' | 'largest'>,
): number {
  const { texts } = fitMatrix(values, { width: Infinity, largest: SMALLEST_TYPE, style, format });
  return SMALLEST_TYPE * Math.max(...texts.flat().map((text) => numberWidth(text ?? '')));
}

/** The numbers of a matrix, set in one size. */
export interface FittedMatrix {
  readonly texts: readonly (readonly (string | undefined)[])[];
  readonly size: number;
}

/** As `fit`, for numbers that stand together: one size, and one number of decimals for shares. */
export function fitMatrix(values: Matrix, room: Room): FittedMatrix {
  const texts =
    room.style === 'share' && values.flat().every(isShare)
      ? fitShares(values, room)
      : values.map((row) => row.map((x) => fit(x, room)?.text));
  const sizes = texts.flat().flatMap((text) => (text === undefined ? [] : [sizeOf(text, room)]));
  return { texts, size: Math.max(SMALLEST_TYPE, Math.min(room.largest, ...sizes)) };
}

const isShare = (x: number): boolean => x >= 0 && x <= 1;

function fitShares(values: Matrix, room: Room): (string | undefined)[][] {
  const written = shareDecimals(room).map((digits) => values.map((row) => showShares(row, digits)));
  const whole = written.find((rows) => rows.flat().every((text) => fits(text, room)));
  return (whole ?? written[written.length - 1]).map((row) =>
    row.map((text) => (fits(text, room) ? text : undefined)),
  );
}

const fits = (text: string, { width }: Room): boolean => numberWidth(text) * SMALLEST_TYPE <= width;

const sizeOf = (text: string, { width, largest }: Room): number =>
  Math.max(SMALLEST_TYPE, Math.min(largest, width / numberWidth(text)));

/** From as many decimals as the format has down to two. */
function shareDecimals({ format = usual }: Room): number[] {
  const most = format.kind === 'decimals' ? Math.max(2, format.digits) : 3;
  return countdown(most, 2);
}

const countdown = (from: number, to: number): number[] =>
  Array.from({ length: from - to + 1 }, (_, i) => from - i);

/** Ways to write a number, the best first; none is a falsehood. */
function candidates(x: number, { style = 'fixed', format = usual, ...room }: Room): string[] {
  if (Number.isNaN(x)) return [show(x), 'NaN'];
  if (!Number.isFinite(x)) return [show(x)];
  if (style === 'exact') return [print(x), x.toExponential()].map(typeset);
  if (style === 'share' && isShare(x)) {
    return shareDecimals({ format, ...room }).map((digits) => showShares([x], digits)[0]);
  }
  const best = style === 'short' ? showShort(x, format) : show(x, format);
  const power = typeset(x.toExponential());
  const list = [best, ...fewerDigits(x, format), ...powersOfTen(x)];
  // 1e6 says the same as 1000000 in half the room.
  return style === 'short' && best.length > 6 && 2 * power.length <= best.length
    ? [power, ...list]
    : list;
}

function fewerDigits(x: number, format: Format): string[] {
  const fewer =
    format.kind === 'decimals'
      ? countdown(format.digits - 1, 0).map(decimals)
      : countdown(format.kind === 'significant' ? format.digits - 1 : 0, 2).map((n) =>
          significant(n),
        );
  return fewer.map((form) => show(x, form)).filter((text) => isHonest(text, x));
}

/** `1.23e−7`, `1.2e−7`; `1e−7` only where that is the number. */
function powersOfTen(x: number): string[] {
  return [2, 1, 0]
    .map((digits) => x.toExponential(digits))
    .filter((text, i) => (i < 2 ? isHonest(typeset(text), x) : Number(text) === x))
    .map((text) => typeset(Number(text) === x ? text.replace(/\.?0+e/, 'e') : text));
}

/** Whether a rounding keeps two digits of the number, and does not make a small one look whole. */
function isHonest(text: string, x: number): boolean {
  const read = Number(text.replaceAll(MINUS, '-'));
  const looksWhole = !/[.e]/.test(text);
  return Math.abs(read - x) <= Math.abs(x) / 20 && !(looksWhole && read !== x && Math.abs(x) < 100);
}
