import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { DIGIT_INK, readDigits, type LabelledDigits } from '../../../src/math/digits';
import { root } from '../../../tools/ensure.mjs';

const file = readFileSync(`${root}public/digits/digits.bin`);
const unpacked = new Uint8Array(gunzipSync(file));
const { training, heldOut } = await readDigits(new Uint8Array(file));

const checksum = (data: NodeJS.ArrayBufferView) => createHash('sha256').update(data).digest('hex');
const countsOf = ({ labels }: LabelledDigits): number[] =>
  Array.from({ length: 10 }, (_, digit) => labels.filter((label) => label === digit).length);
const imagesOf = ({ pixels, labels }: LabelledDigits): string[] =>
  Array.from(labels, (label, i) => [...pixels.subarray(64 * i, 64 * i + 64), label].join(' '));

test('the shipped file is the one its note describes, and keeps within its size', () => {
  const sources = readFileSync(`${root}public/digits/SOURCES.md`, 'utf8');
  expect(sources).toContain(checksum(file));
  expect(file.length).toBeLessThanOrEqual(60_000);
});

test('the numbers are those of the published table', () => {
  const lines = Array.from({ length: 1797 }, (_, i) => [
    ...unpacked.subarray(65 * i, 65 * i + 65),
    '\n',
  ]);
  const table = lines.map((line) => line.join(',').replace(',\n', '\n')).join('');
  const sources = readFileSync(`${root}public/digits/SOURCES.md`, 'utf8');
  expect(sources).toContain(checksum(Buffer.from(table)));
});

test('36 of each digit are held out, the rest is for training', () => {
  expect(countsOf(heldOut)).toEqual(new Array(10).fill(36));
  expect(countsOf(training)).toEqual([142, 146, 141, 147, 145, 146, 145, 143, 138, 144]);
  expect(Math.max(...training.pixels)).toBe(DIGIT_INK);
});

test('no digit is in both parts, and none is lost', () => {
  const all = Array.from({ length: 1797 }, (_, i) =>
    unpacked.subarray(65 * i, 65 * i + 65).join(' '),
  );
  // No two digits of the table are alike.
  expect(new Set(all).size).toBe(1797);
  const parts = [...imagesOf(training), ...imagesOf(heldOut)];
  expect(parts.sort()).toEqual(all.sort());
});

test('the split is always the same', () => {
  expect(checksum(Buffer.from(imagesOf(heldOut).join()))).toBe(
    'c6854bfe227c0cc02d4047f21e859bffc59e8764c95f2333660b191d3bc13d42',
  );
});

test('the first digit is a nought', () => {
  expect(training.labels[0]).toBe(0);
  expect([...training.pixels.subarray(0, 64)]).toEqual(
    // prettier-ignore
    [
      0, 0, 5, 13, 9, 1, 0, 0,
      0, 0, 13, 15, 10, 15, 5, 0,
      0, 3, 15, 2, 0, 11, 8, 0,
      0, 4, 12, 0, 0, 8, 8, 0,
      0, 5, 8, 0, 0, 9, 8, 0,
      0, 4, 11, 0, 1, 12, 7, 0,
      0, 2, 14, 5, 10, 12, 0, 0,
      0, 0, 6, 13, 10, 0, 0, 0,
    ],
  );
});

test('a file that was unpacked on its way is read as well', async () => {
  expect(imagesOf((await readDigits(unpacked)).heldOut)).toEqual(imagesOf(heldOut));
});

test('a damaged file is refused', async () => {
  const spoilt = (at: number, value: number) => {
    const bytes = unpacked.slice();
    bytes[at] = value;
    return bytes;
  };
  await expect(readDigits(new Uint8Array(file).slice(0, -100))).rejects.toThrow('arrive whole');
  await expect(readDigits(unpacked.slice(0, -1))).rejects.toThrow('116804 bytes are no whole');
  await expect(readDigits(new Uint8Array())).rejects.toThrow('0 bytes');
  await expect(readDigits(spoilt(3, 17))).rejects.toThrow('out of range');
  await expect(readDigits(spoilt(64, 10))).rejects.toThrow('out of range');
});
