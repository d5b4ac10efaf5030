import { wrapped, type Box, type ScaleFrame } from '../../../src/author';

/** Words of the photograph: as large as type, from one line to the next. */
const [SIZE, LINE] = [14, 19];
const GAP = 10;
/** Between the picture and the column beside it, and how wide that is. */
const [APART, COLUMN] = [20, 190];
/** Between what stands side by side below the picture. */
const BETWEEN_PARTS = 14;
const BUTTON = { width: 150, height: 44 };
/** A small picture of the bank with its edge, and between two of them. */
const [THUMB, BETWEEN] = [50, 6];
const TAPS = { least: 60, below: 98, most: 152 };
const LEAST_PICTURE = 120;

/** What is written around the picture. */
export interface PhotoWords {
  readonly caption: string;
  readonly privacy: string;
  readonly note: string;
}

export interface PhotoLayout {
  /** The picture before and after. */
  readonly pair: Box;
  readonly button: Box;
  readonly taps: Box;
  readonly caption: Box;
  readonly bank: Box & { readonly columns: 3 | 6 };
  readonly privacy: Box;
  readonly note: Box;
  readonly height: number;
}

const linesHigh = (text: string, width: number): number =>
  text === '' ? 0 : LINE * wrapped(text, width, SIZE).length;

const bankOf = (x: number, y: number, columns: 3 | 6) => ({
  ...{ x, y, columns },
  width: columns * (THUMB + BETWEEN) - BETWEEN,
  height: (6 / columns) * (THUMB + BETWEEN) - BETWEEN,
});

/** As large as it can be in a room, in its middle. */
function fitted(ratio: number, { x, y, width, height }: Box): Box {
  const wide = Math.min(width, height * ratio);
  const high = wide / ratio;
  return { x: x + (width - wide) / 2, y: y + (height - high) / 2, width: wide, height: high };
}

/** The rest in a column at the right. */
function beside(ratio: number, words: PhotoWords, { width, height }: ScaleFrame): PhotoLayout {
  const note = linesHigh(words.note, width);
  const room = height - note;
  const x = width - COLUMN;
  const [caption, privacy] = [words.caption, words.privacy].map((text) => linesHigh(text, COLUMN));
  const button = { x, y: 0, width: COLUMN, height: BUTTON.height };
  const top = BUTTON.height + GAP;
  const rest = top + caption + bankOf(0, 0, 3).height + privacy + 3 * GAP;
  const side = Math.min(TAPS.most, Math.max(TAPS.least, room - rest));
  const taps = { x, y: top, width: side, height: side };
  const says = { x, y: top + side + GAP, width: COLUMN, height: caption };
  const bank = bankOf(x, says.y + caption + GAP, 3);
  const own = { x, y: bank.y + bank.height + GAP, width: COLUMN, height: privacy };
  const last = Math.max(room, own.y + privacy);
  const most = { x: 0, y: 0, width: width - COLUMN - APART, height: room };
  return {
    ...{ pair: fitted(ratio, most), button, taps, caption: says, bank, privacy: own },
    note: { x: 0, y: last, width, height: note },
    height: last + note,
  };
}

/** The rest below the picture. */
function below(ratio: number, words: PhotoWords, { width, height }: ScaleFrame): PhotoLayout {
  const side = TAPS.below;
  const x = side + BETWEEN_PARTS;
  const inside = width - x >= bankOf(0, 0, 6).width;
  const caption = linesHigh(words.caption, width - x);
  const note = linesHigh(words.note, width);
  const own = width - BUTTON.width - BETWEEN_PARTS;
  const privacy = linesHigh(words.privacy, own);
  const under = inside ? caption + GAP : Math.max(side, caption) + GAP;
  const block = Math.max(side, under + THUMB);
  const foot = Math.max(BUTTON.height, privacy);
  const rest = block + foot + note + 2 * GAP;
  const most = { x: 0, y: 0, width, height: Math.max(LEAST_PICTURE, height - rest) };
  const tall = Math.min(most.height, width / ratio);
  const pair = fitted(ratio, { ...most, height: tall });
  const top = tall + GAP;
  const y = top + block + GAP;
  return {
    pair,
    taps: { x: 0, y: top, width: side, height: side },
    caption: { x, y: top, width: width - x, height: caption },
    bank: bankOf(inside ? x : 0, top + under, 6),
    button: { ...BUTTON, x: 0, y },
    privacy: { x: BUTTON.width + BETWEEN_PARTS, y, width: own, height: privacy },
    note: { x: 0, y: y + foot, width, height: note },
    height: y + foot + note,
  };
}

/** The picture and what belongs to it, which stands where it leaves the picture larger. */
export function layOutPhoto(ratio: number, words: PhotoWords, frame: ScaleFrame): PhotoLayout {
  const [column, row] = [beside(ratio, words, frame), below(ratio, words, frame)];
  return column.pair.width > row.pair.width ? column : row;
}
