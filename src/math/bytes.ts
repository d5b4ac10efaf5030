import { significant, show } from './format';

/** Units of memory by their symbols, in bytes: of 1024, as memory is built, and of 1000, as it is sold. */
export const byteUnits: Readonly<Record<string, number>> = {
  B: 1,
  KiB: 2 ** 10,
  MiB: 2 ** 20,
  GiB: 2 ** 30,
  TiB: 2 ** 40,
  kB: 1e3,
  MB: 1e6,
  GB: 1e9,
  TB: 1e12,
};

const PAIRS = [
  ['TiB', 'TB'],
  ['GiB', 'GB'],
  ['MiB', 'MB'],
  ['KiB', 'kB'],
] as const;

const threeDigits = significant(3);

/** An amount of memory in one unit: `2.00 GiB`. */
const inUnit = (bytes: number, unit: string): string =>
  `${show(bytes / byteUnits[unit], threeDigits)} ${unit}`;

const pairOf = (bytes: number) => PAIRS.find(([unit]) => bytes >= byteUnits[unit]);

/** An amount of memory in the largest unit of 1024 that it fills: `2.00 GiB`, `640 B`. */
export function showBytes(bytes: number): string {
  const pair = pairOf(bytes);
  return pair ? inUnit(bytes, pair[0]) : `${show(bytes, threeDigits)} B`;
}

/** The same in units of 1000 as well: `2.00 GiB = 2.15 GB`. */
export function showBytesTwice(bytes: number): string {
  const pair = pairOf(bytes);
  return pair ? pair.map((unit) => inUnit(bytes, unit)).join(' = ') : showBytes(bytes);
}
