import {
  choice,
  html,
  integer,
  numberGiven,
  scene,
  showBytesTwice,
  wholeGiven,
} from '../../../src/author';
import card from './card';
import { code } from './code';
import { cache, ranges } from './model';
import { shapes } from './presets';
import { scale } from './scale';
import { slips } from './slips';
import { solution } from './solution';
import { vary } from './vary';
import { describe, view } from './view';

export default scene({
  card,
  params: {
    layers: wholeGiven({ label: 'layers L', default: 32, ...ranges.layers }),
    kv_heads: wholeGiven({ label: 'KV heads H', role: 'weight', default: 32, ...ranges.kv_heads }),
    d_head: wholeGiven({ label: 'head width d', default: 128, ...ranges.d_head }),
    bytes: numberGiven({ label: 'bytes b', default: 2, ...ranges.bytes }),
    batch: wholeGiven({ label: 'sequences B', default: 1, ...ranges.batch, logarithmic: true }),
    context: wholeGiven({
      label: 'tokens T',
      role: 'input',
      default: 4096,
      ...ranges.context,
      logarithmic: true,
    }),
    preset: choice({
      label: 'language model',
      default: 'llama-2-7b',
      choices: {
        ...Object.fromEntries(Object.entries(shapes).map(([id, { name }]) => [id, name])),
        own: 'one of your own',
      },
    }),
  },
  presets: {
    given: 'preset',
    values: Object.fromEntries(
      Object.entries(shapes).map(([id, { layers, kv_heads, d_head }]) => [
        id,
        { layers, kv_heads, d_head },
      ]),
    ),
  },
  problem: (given) => html`
    <p>
      A ${given('preset')} keeps the keys and values of every token it has read. It has
      ${given('layers')}, ${given('kv_heads')} and ${given('d_head')}.
    </p>
    <p>
      Each number takes ${given('bytes')}. The cache holds ${given('batch')} of ${given('context')}.
    </p>
    <p>What does one token cost, how many numbers are stored, and how large is the cache?</p>
  `,
  check: ({ bytes }) =>
    Number.isInteger(2 * bytes)
      ? []
      : [{ field: 'bytes', message: 'must be a multiple of 0.5: half a byte is 4 bits' }],
  model: cache,
  answers: ({ per_token, values, total }) => [
    {
      name: 'per_token',
      value: per_token,
      format: integer,
      words: { [String(per_token)]: showBytesTwice(per_token) },
    },
    { name: 'values', value: values, format: integer },
    {
      name: 'total',
      value: total,
      format: integer,
      words: { [String(total)]: showBytesTwice(total) },
    },
  ],
  solution,
  predictions: () => [
    { answer: 'per_token', kind: 'bytes', tex: 'm', label: 'memory of one token' },
    { answer: 'values', kind: 'number', tex: 'N', label: 'numbers in the cache' },
    { answer: 'total', kind: 'bytes', tex: 'M', label: 'memory of the cache' },
  ],
  slips,
  vary,
  view,
  describe,
  scale,
  code,
  notes: {
    hands:
      'Grouped-query attention with 8 KV heads for 32 query heads: how much of the cache is left?',
    afterwards:
      'A quarter. The cache is proportional to the KV heads alone; the 32 query heads do not enter. At $T = 4096$ that is 512 MiB in place of 2 GiB.',
  },
});
