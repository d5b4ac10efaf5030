import {
  add,
  given,
  multiply,
  named,
  prose,
  symbolOf,
  tanh,
  type Expression,
  type Step,
} from '../../../src/author';
import type { Model } from './model';

/** Up to this many steps, each is written out. */
const WRITTEN = 3;

export function* solution(model: Model): Generator<Step> {
  const { count } = model;
  const w_xh = given('w_{xh}', model.w_xh, { role: 'weight', part: 'w_xh' });
  const w_hh = given('w_{hh}', model.w_hh, { role: 'weight', part: 'w_hh' });
  const b_h = given('b_h', model.b_h, { role: 'weight', part: 'b_h' });
  const x = model.x.map((input, i) =>
    given(`x_{${i + 1}}`, input, { role: 'input', part: `x.${i}` }),
  );
  const h: Expression<number>[] = [given('h_0', model.h0, { role: 'activation', part: 'h0' })];
  const z = x.map((input, i) => {
    const body = add(multiply(w_xh, input), multiply(w_hh, h[i]), b_h);
    const sum = named(`z_{${i + 1}}`, body, { part: `z.${i + 1}` });
    h.push(named(`h_{${i + 1}}`, tanh(sum), { role: 'activation', part: `h.${i + 1}` }));
    return sum;
  });

  yield {
    id: 'sum',
    title: 'Weigh the input and the state',
    say: prose`The unit multiplies the first input ${symbolOf(x[0])} by its input weight ${symbolOf(w_xh)}, and its own state ${symbolOf(h[0])} by its recurrent weight ${symbolOf(w_hh)}. Both products and the bias ${symbolOf(b_h)} add up to ${symbolOf(z[0])}.`,
    lines: [z[0]],
  };

  yield {
    id: 'state',
    title: 'tanh bends the sum',
    say: [
      'The function $\\tanh$ brings any sum between $-1$ and $1$. Near 0 it changes little. Further out the curve is flat: there a larger sum makes hardly any difference.',
    ],
    lines: [h[1]],
    highlights: ['z.1', 'h.1', 'tanh'],
    reveals: { h1: h[1] },
  };

  if (count > 1) {
    const later = h.slice(2);
    yield {
      id: 'rest',
      title: 'The same weights, the next input',
      say: prose`The next step reads ${symbolOf(x[1])} and the state ${symbolOf(h[1])} that was just made. So ${symbolOf(h[2])} carries something of every input so far. The weights and the bias are the same at every step.`,
      lines:
        count <= WRITTEN
          ? later.flatMap((state, i) => [z[i + 1], state])
          : [z[1], h[2], ...[WRITTEN, count].flatMap((t) => [z[t - 1], h[t]])],
      highlights: ['w_xh', 'w_hh', 'b_h', ...later.map((_, i) => `h.${i + 2}`)],
      reveals: Object.fromEntries(later.map((state, i) => [`h${i + 2}`, state])),
    };
  }

  const w_hy = given('w_{hy}', model.w_hy, { role: 'weight', part: 'w_hy' });
  const b_y = given('b_y', model.b_y, { role: 'weight', part: 'b_y' });
  const y = named('y', add(multiply(w_hy, h[count]), b_y), { role: 'value', part: 'y' });
  yield {
    id: 'output',
    title: 'Read the last state',
    say: prose`The output ${symbolOf(y)} is the last state times the output weight ${symbolOf(w_hy)}, plus the bias ${symbolOf(b_y)}. The read-out is linear: no tanh follows, so ${symbolOf(y)} can lie anywhere.`,
    lines: [y],
    reveals: { y },
  };
}
