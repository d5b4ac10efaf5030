import {
  add,
  cases,
  compare,
  divide,
  floor,
  given,
  integer,
  multiply,
  named,
  prose,
  subtract,
  word,
  type Expression,
  type Step,
} from '../../../src/author';
import type { Model } from './model';

/** The side of an output: the positions of a window that spans so many cells, in a row of so many. */
const side = (
  of: 'conv' | 'pool',
  cells: Expression<number>,
  span: Expression<number>,
  stride: Expression<number>,
): Expression<number> =>
  named(`o_{\\text{${of}}}`, add(floor(divide(subtract(cells, span), stride)), 1), {
    ...{ role: 'activation', part: `${of}_out`, format: integer },
  });

export function* solution(model: Model): Generator<Step> {
  const n = given('n', model.input, { role: 'input', part: 'input' });
  const p = given('p', model.padding, { part: 'padding' });
  const m = named('m', add(n, multiply(2, p)), { role: 'input', part: 'padded', format: integer });
  yield {
    id: 'pad',
    title: 'Add the padding on both sides',
    say: prose`An image of ${n} cells a side gets ${p} more on each side, so the padding counts twice.`,
    lines: [m],
  };

  const k = given('k', model.kernel, { role: 'weight', part: 'kernel' });
  let span = k;
  if (model.dilation > 1) {
    const d = given('d', model.dilation, { part: 'dilation' });
    span = named('w', add(multiply(d, subtract(k, 1)), 1), {
      role: 'weight',
      part: 'kernel',
      format: integer,
    });
    yield {
      id: 'spread',
      title: 'Spread the window',
      say: prose`The kernel looks at ${k} cells a side, ${d} apart. This is how many it spans, from the first to the last.`,
      lines: [span],
    };
  }

  const s = given('s', model.stride, { part: 'stride' });
  const conv = side('conv', m, span, s);
  yield {
    id: 'conv',
    title: 'Count the positions of the window',
    say: prose`The window spans ${span} cells and moves on by ${s}. It has one position to begin with, and one more for every whole step that fits.`,
    lines: [conv],
    reveals: { conv_out: conv },
  };

  const same = named('\\text{same}', cases([[compare(conv, '=', n), word('yes')]], word('no')));
  yield {
    id: 'same',
    title: 'Compare with the image',
    say: prose`A convolution is called “same” if its output is as large as the image without its padding.`,
    lines: [same],
    highlights: ['input', 'conv_out'],
    reveals: { same },
  };

  const q = given('q', model.pool, { role: 'value', part: 'pool' });
  const t = given('t', model.pool_stride, { part: 'pool_stride' });
  const pooled = side('pool', conv, q, t);
  yield {
    id: 'pool',
    title: 'Pool in the same way',
    say: prose`The max-pool is a window too. It spans ${q} cells, moves on by ${t} and keeps the largest value. It slides over the output, without padding.`,
    lines: [pooled],
    reveals: { pool_out: pooled },
  };
}
