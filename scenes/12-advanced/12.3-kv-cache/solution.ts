import {
  divide,
  floor,
  given,
  integer,
  multiply,
  named,
  power,
  prose,
  significant,
  subtract,
  symbolOf,
  table,
  type Expression,
  type Step,
} from '../../../src/author';
import { GIB, type Model } from './model';

const threeDigits = significant(3);

export function* solution(model: Model): Generator<Step> {
  const L = given('L', model.layers, { part: 'layers' });
  const H = given('H', model.kv_heads, { role: 'weight', part: 'kv_heads' });
  const d = given('d', model.d_head, { part: 'd_head' });
  const b = given('b', model.bytes, { part: 'bytes' });
  const B = given('B', model.batch, { part: 'batch' });
  const T = given('T', model.context, { role: 'input', part: 'context' });

  const layer = named('n', multiply(2, H, d), { part: 'per_layer', format: integer });
  yield {
    id: 'layer',
    title: 'One token in one layer',
    say: prose`A token is read by every token after it. So each of the ${symbolOf(H)} KV heads keeps its key and its value, of ${symbolOf(d)} numbers each. Queries are used once and are not kept.`,
    lines: [layer],
  };

  const perToken = named('m', multiply(L, layer, b), { part: 'per_token', format: integer });
  yield {
    id: 'token',
    title: 'One token in all layers',
    say: prose`Each of the ${symbolOf(L)} layers has keys and values of its own. At ${symbolOf(b)} bytes a number, this is what one token costs for as long as its sequence lasts.`,
    lines: [perToken],
    reveals: { per_token: perToken },
  };

  const values = named('N', multiply(L, layer, T, B), { part: 'values', format: integer });
  yield {
    id: 'values',
    title: 'All tokens',
    say: prose`Nothing is forgotten: all ${symbolOf(T)} tokens of all ${symbolOf(B)} sequences stay. The cache grows with every token that is read or written.`,
    lines: [values],
    reveals: { values },
  };

  const total = named('M', multiply(values, b), { part: 'total', format: integer });
  const inUnit = (unit: string, size: number): Expression<number> =>
    named(`M_{\\text{${unit}}}`, divide(total, size), { format: threeDigits });
  yield {
    id: 'total',
    title: 'In bytes',
    say: prose`Times ${symbolOf(b)} bytes. A GiB is $2^{30}$ bytes, a GB is $10^9$; both are often called gigabytes.`,
    lines: [total, inUnit('GiB', GIB), inUnit('GB', 1e9)],
    highlights: ['total'],
    reveals: { total },
  };

  yield shared(model, { H, total });
  yield longest(model, { L, H, d, B, perToken });
}

/** Why queries share keys and values. */
function shared(model: Model, { H, total }: Record<'H' | 'total', Expression<number>>): Step {
  const { mha, gqa, mqa } = model.shared;
  const rows = [mha, gqa, mqa].map((heads, i) => {
    const count = given('H', heads, { role: 'weight' });
    const bytes = divide(multiply(divide(total, GIB), count), H);
    const part = `shared.${i}`;
    return [count, named('M', bytes, { part, format: threeDigits })] as const;
  });
  return {
    id: 'shared',
    title: 'Queries can share keys and values',
    say: prose`The cache is proportional to ${symbolOf(H)}. Multi-head attention has a KV head for each query head, grouped-query attention (GQA) one for a few, multi-query attention (MQA) one for all. This is why they exist.`,
    lines: [table(['H', 'M\\text{ in GiB}'], rows)],
    highlights: ['shared', 'kv_heads'],
  };
}

/** The context that fills the smallest card on which the weights fit. */
function longest(
  model: Model,
  { L, H, d, B, perToken }: Record<'L' | 'H' | 'd' | 'B' | 'perToken', Expression<number>>,
): Step {
  const published = model.shape !== undefined;
  const P = published
    ? given('P', model.parameters)
    : named('P', multiply(12, L, power(multiply(H, d), 2)), { format: integer });
  const W = named('W', multiply(2, P), { part: 'weights', format: integer });
  const common = {
    id: 'fits',
    title: 'The longest context that fits',
    highlights: ['weights', 'fits'],
  };
  const weights = published
    ? prose`The weights take ${symbolOf(W)}: ${symbolOf(P)} parameters of two bytes. `
    : prose`Take twelve square matrices of width $Hd$ in each layer: ${symbolOf(P)} parameters. At two bytes each they take ${symbolOf(W)}. `;
  const computed = published ? [W] : [P, W];
  if (model.fits.length === 0) {
    return {
      ...common,
      say: [
        ...weights,
        'No card here holds them alone. Such a model is spread over several, and so is its cache.',
      ],
      lines: computed,
    };
  }
  const { gib, name } = model.fits[0];
  const C = given('C', gib * GIB);
  const most = floor(divide(subtract(C, W), multiply(perToken, B)));
  return {
    ...common,
    say: [
      ...weights,
      `The smallest card here that holds them has ${gib} GiB (${name}). `,
      'What is left of it fills with tokens, until there is no room for another.',
    ],
    lines: [...computed, named('T_{\\max}', most, { part: 'fits.0', format: integer })],
  };
}
