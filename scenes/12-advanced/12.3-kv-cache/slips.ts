import type { Slip } from '../../../src/author';
import { byteUnits } from '../../../src/author';
import type { Model } from './model';

type Field = 'per_token' | 'values' | 'total';

/** A slip in the size of one token shows in everything that follows. */
const inEach = (
  fields: readonly Field[],
  wrong: (value: number, model: Model) => number | undefined,
  hint: string,
  highlights?: readonly string[],
): Slip<Model>[] =>
  fields.map((field) => ({
    field,
    value: (model) => {
      const value = wrong(model[field], model);
      return value === model[field] ? undefined : value;
    },
    hint,
    highlights,
  }));

const ALL: readonly Field[] = ['per_token', 'values', 'total'];

/** The known wrong ways, in the order they are looked for. */
export const slips: readonly Slip<Model>[] = [
  // At two bytes a number, both ways to lose a 2 lead to one value.
  ...inEach(
    ['per_token', 'total'],
    (x, { bytes }) => (bytes === 2 ? x / 2 : undefined),
    'A factor of 2 is missing. A token leaves a key and a value, and each of their numbers takes $b$ bytes.',
  ),
  ...inEach(
    ['per_token', 'total'],
    (x, { bytes }) => (bytes === 2 ? undefined : x / bytes),
    'This counts numbers. Each of them takes $b$ bytes.',
    ['bytes'],
  ),
  ...inEach(ALL, (x) => x / 2, 'This counts keys alone. Each token leaves a key and a value.', [
    'per_layer',
  ]),
  ...inEach(
    ALL,
    (x, { kv_heads }) => x / kv_heads,
    'This is the share of one head. Every KV head keeps keys and values of its own.',
    ['kv_heads'],
  ),
  ...inEach(
    ALL,
    (x, { kv_heads }) => x * kv_heads,
    'The heads were counted twice. A key of one head has $d$ numbers, not the width of the whole model.',
    ['d_head'],
  ),
  ...inEach(
    ALL,
    (x, { layers }) => x / layers,
    'This is one layer. Every layer attends with keys and values of its own.',
    ['layers'],
  ),
  ...inEach(
    ['values', 'total'],
    (x, { batch }) => x / batch,
    'This is one sequence. Each of the batch has a cache of its own.',
    ['batch'],
  ),
  {
    field: 'values',
    value: ({ values, total }) => (values === total ? undefined : total),
    hint: 'These are bytes. How many numbers are stored?',
  },
  ...inEach(
    ['per_token', 'total'],
    (x) => (x * byteUnits.GiB) / byteUnits.GB,
    'These are GB, and GiB stands behind them. A GiB is the larger one, $2^{30}$ bytes.',
  ),
  ...inEach(
    ['per_token', 'total'],
    (x) => (x * byteUnits.GB) / byteUnits.GiB,
    'These are GiB, and GB stands behind them. A GB is $10^9$ bytes.',
  ),
];
