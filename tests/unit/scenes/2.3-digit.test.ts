import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  finding,
  positionOf,
} from '../../../scenes/02-convolutional-networks/2.3-convolution-by-hand/digit-words';
import { HELD_OUT_EIGHT } from '../../../scenes/02-convolutional-networks/2.3-convolution-by-hand/held-out-eight';
import {
  blank,
  pixelsOf,
  type Dot,
  type Stroke,
} from '../../../scenes/02-convolutional-networks/2.3-convolution-by-hand/pen';
import {
  mostNeeded,
  readAs,
  Reader,
  type Reading,
} from '../../../scenes/02-convolutional-networks/2.3-convolution-by-hand/reading';
import { Sheet } from '../../../scenes/02-convolutional-networks/2.3-convolution-by-hand/sheet';
import { CpuCompute } from '../../../src/compute/cpu';
import { findKernel } from '../../../src/compute/find-kernel';
import { Twins } from '../../../src/compute/twins';
import { LocalPort } from '../../../src/compute/worker-port';
import { readWeights } from '../../../src/learn/shipped';
import { DIGIT_INK, readDigits } from '../../../src/math/digits';
import type { Matrix } from '../../../src/math/value';

const file = (path: string) => Uint8Array.from(readFileSync(`public/${path}`));
const port = (): LocalPort => new LocalPort(findKernel);

let reader: Reader;
beforeAll(() => {
  const compute = CpuCompute.open(port(), new Twins(port));
  reader = new Reader(compute, readWeights(file('trained/digits.bin')));
});

function readingOf(pixels: Matrix): Promise<Reading> {
  reader.run(pixels);
  return reader.result(pixels);
}

/** A part of an ellipse, from one angle to another, in degrees. */
function arc(x: number, y: number, rx: number, ry: number, from: number, to: number): Dot[] {
  return Array.from({ length: 25 }, (_, i) => {
    const angle = ((from + ((to - from) * i) / 24) * Math.PI) / 180;
    return [x + rx * Math.cos(angle), y + ry * Math.sin(angle)];
  });
}

/** Ten digits as somebody may draw them, somewhere on the pad. */
const drawings: readonly (readonly Stroke[])[] = [
  [arc(0.5, 0.5, 0.18, 0.3, 0, 360)],
  [
    [
      [0.42, 0.3],
      [0.52, 0.2],
      [0.52, 0.8],
    ],
  ],
  [[...arc(0.5, 0.35, 0.17, 0.15, -180, 20), [0.34, 0.8], [0.7, 0.8]]],
  [[...arc(0.48, 0.35, 0.17, 0.15, -170, 80), ...arc(0.48, 0.65, 0.19, 0.17, -80, 170)]],
  [
    [
      [0.55, 0.2],
      [0.33, 0.58],
      [0.7, 0.58],
    ],
    [
      [0.6, 0.4],
      [0.6, 0.82],
    ],
  ],
  [[[0.66, 0.2], [0.4, 0.2], [0.38, 0.46], ...arc(0.48, 0.62, 0.19, 0.18, -110, 150)]],
  [[[0.58, 0.2], [0.4, 0.5], ...arc(0.5, 0.65, 0.15, 0.15, -180, 180)]],
  [
    [
      [0.33, 0.2],
      [0.68, 0.2],
      [0.46, 0.82],
    ],
    [
      [0.4, 0.52],
      [0.65, 0.52],
    ],
  ],
  [[...arc(0.5, 0.35, 0.14, 0.14, 90, 450), ...arc(0.5, 0.65, 0.17, 0.16, -90, 270)]],
  [[...arc(0.52, 0.36, 0.15, 0.15, 0, 360), [0.66, 0.5], [0.6, 0.82]]],
];

describe('a drawing', () => {
  test.each([...drawings.entries()])('of a %i is read as that', async (digit, strokes) => {
    expect(readAs((await readingOf(pixelsOf(strokes))).shares)).toBe(digit);
  });

  test('is the same wherever on the pad it stands, and however large', () => {
    for (const strokes of drawings) {
      const moved = strokes.map((stroke) =>
        stroke.map(([x, y]): Dot => [x / 2 + 0.1, y / 2 + 0.3]),
      );
      const [here, there] = [strokes, moved].map((each) => pixelsOf(each).flat());
      // A row of dots along the edge of the pen may fall to either side.
      there.forEach((ink, i) => expect(Math.abs(ink - here[i])).toBeLessThanOrEqual(4));
    }
  });

  test('fills the height and has whole counts from 0 to 16; nothing makes a blank sheet', () => {
    for (const strokes of drawings) {
      const pixels = pixelsOf(strokes);
      expect(
        pixels.flat().every((ink) => Number.isInteger(ink) && ink >= 0 && ink <= DIGIT_INK),
      ).toBe(true);
      for (const row of [0, 7]) expect(Math.max(...pixels[row])).toBeGreaterThan(0);
    }
    expect(pixelsOf([])).toEqual(blank);
  });

  test('that is a dot or a flat line has ink, and is no block', () => {
    const inkOf = (strokes: readonly Stroke[]) =>
      pixelsOf(strokes)
        .flat()
        .reduce((sum, ink) => sum + ink, 0);
    expect(inkOf([[[0.2, 0.2]]])).toBeGreaterThan(0);
    const line: Stroke = [
      [0.1, 0.5],
      [0.5, 0.505],
      [0.9, 0.5],
    ];
    expect(inkOf([line])).toBeLessThan(200);
  });

  test('is forgotten when the pixels are another’s, and gone on with while they are its own', () => {
    const sheet = new Sheet();
    sheet.begin([0.5, 0.2], blank);
    const one = sheet.go([0.5, 0.8]);
    expect(sheet.strokesOf(one)).toEqual([
      [
        [0.5, 0.2],
        [0.5, 0.8],
      ],
    ]);
    expect(sheet.strokesOf(sheet.begin([0.4, 0.8], one))).toHaveLength(2);
    expect(sheet.strokesOf(HELD_OUT_EIGHT)).toEqual([]);
    expect(sheet.strokesOf(sheet.begin([0.1, 0.1], HELD_OUT_EIGHT))).toHaveLength(1);
  });
});

describe('the digit that is shown first', () => {
  test('is an eight that was held out', async () => {
    const { heldOut } = await readDigits(file('digits/digits.bin'));
    const position = positionOf(heldOut, HELD_OUT_EIGHT);
    expect(position === undefined ? undefined : heldOut.labels[position]).toBe(8);
  });

  test('is read well, and turns into a three without one pixel', async () => {
    const reading = await readingOf(HELD_OUT_EIGHT);
    const pixel = mostNeeded(reading);
    expect(readAs(reading.shares)).toBe(8);
    expect(reading.shares[8]).toBeGreaterThan(0.95);
    expect(readAs(reading.without[pixel])).toBe(3);
    expect(finding(reading, { label: 8, heldOut: true })).toMatch(
      /^This 8, held out of training, is read as an 8, at 98\s%\. Blank one pixel, row 4 of 8, column 4 of 8, and it is read as a 3, at 9\d\.\d\s%\.$/,
    );
    // Blanking a pixel is what the reader does as well.
    const [row, column] = [Math.floor(pixel / 8), pixel % 8];
    const gap = HELD_OUT_EIGHT.map((line, i) =>
      line.map((ink, j) => (i === row && j === column ? 0 : ink)),
    );
    const alone = await readingOf(gap);
    expect(alone.shares[3]).toBeCloseTo(reading.without[pixel][3], 5);
  });

  test('agrees with float64 in every number of every layer', async () => {
    const { agreement } = await readingOf(HELD_OUT_EIGHT);
    expect(agreement.holds).toBe(true);
    expect(agreement.compared).toBe(16 * 64 + 16 * 16 + 32 * 16 + 32 * 4 + 10);
  });
});
