import {
  apply,
  at,
  divide,
  given,
  log,
  multiply,
  named,
  power,
  product,
  prose,
  significant,
  symbolOf,
  type Expression,
  type Prose,
  type Step,
} from '../../../src/author';
import type { Model } from './model';

/** How the gradient of the plain network is shown. */
export const twoDigits = significant(2);

export function* solution(model: Model): Generator<Step> {
  const { gate, count } = model;
  const T = given('T', count, { part: gate === 'constant' ? 'steps' : 'forget_curve' });
  const r = given('r', model.rnn_factor, { role: 'gradient', part: 'rnn_factor' });
  const f = given('f', model.f, { role: 'activation', part: 'f' });
  const curve = given('f', model.gates, { role: 'activation', part: 'forget_curve' });

  const first = gate === 'constant' ? f : at(curve, 0);
  const path = named('\\frac{\\partial c_t}{\\partial c_{t-1}}', first, {
    role: 'activation',
    part: 'gates.0',
  });
  yield {
    id: 'path',
    title: 'One step back along the cell',
    say: prose`The new cell is $c_t = f_t\\,c_{t-1} + i_t\\,\\tilde c_t$: the old one times the forget gate, plus something new. Along this direct path the derivative is the gate itself. No weight and no tanh comes in between.`,
    lines: [path],
    highlights: ['gates'],
  };

  const lstm =
    gate === 'constant'
      ? named('L_T', power(f, T), { role: 'activation', part: 'lstm_after' })
      : named(
          'L_T',
          product('t', 0, count - 1, (t) => at(curve, t)),
          {
            role: 'activation',
            part: 'lstm_after',
          },
        );
  yield {
    id: 'lstm',
    title: 'Multiply the gates',
    say: [...prose`Going back ${T} steps multiplies the gates. `, ...kept(model)],
    lines: [lstm],
    highlights: ['lstm_after', 'lstm', 'gates'],
    reveals: { lstm_after: lstm },
  };

  const rnn = named('R_T', power(r, T), { role: 'gradient', part: 'rnn_after', format: twoDigits });
  const digits = named('\\log_{10} R_T', multiply(T, apply('\\log_{10}', Math.log10, r)), {
    role: 'gradient',
  });
  yield {
    id: 'rnn',
    title: 'The same in a plain network',
    say: model.rnn_after === 0 ? beyond(model) : plain(r),
    lines: model.rnn_after === 0 && model.rnn_factor > 0 ? [rnn, digits] : [rnn],
    highlights: ['rnn_after', 'rnn'],
    reveals: { rnn_after: rnn },
  };

  yield learned(model, f, lstm);
}

/** In a plain recurrent network every step back passes the same factor. */
const plain = (r: Expression<number>): Prose =>
  prose`In a plain recurrent network every step back passes a weight matrix and the slope of tanh. Here both together are ${symbolOf(r)}, the same at every step.`;

function beyond({ rnn_factor }: Model): Prose {
  return rnn_factor === 0
    ? ['A factor of 0 leaves nothing from the first step on.']
    : [
        'What is left is smaller than the smallest number of float64, so the page says 0. Its logarithm tells how small it really is.',
      ];
}

function kept({ gates }: Model): Prose {
  if (gates.every((x) => x === 1)) {
    return ['With every gate at 1 the gradient goes round unchanged: the constant error carousel.'];
  }
  if (gates.includes(0)) return ['One gate at 0 cuts the path: nothing before it is remembered.'];
  return ['With gates near 1 it goes round almost unchanged: the constant error carousel.'];
}

/** That the gate is learned, how long half lasts, and what the direct path leaves out. */
function learned(model: Model, f: Expression<number>, lstm: Expression<number>): Step {
  const half = named('t_{1/2}', divide(log(0.5), log(f)), { part: 'half' });
  const halves = model.gate === 'constant' && model.f > 0 && model.f < 1;
  const mean = named('\\bar f', power(lstm, divide(1, given('T', model.count))), {
    role: 'activation',
  });
  return {
    id: 'learned',
    title: 'Who sets the gate',
    say: halves
      ? prose`The network learns when to hold ${symbolOf(f)} near 1 and keep, and when to forget. Half is left after ${symbolOf(half)} steps. This is the direct path only: the gates see $h_{t-1}$ as well.`
      : prose`The network learns when to hold a gate near 1 and keep, and when to forget. The mean gate ${symbolOf(mean)} would leave as much. This is the direct path only: the gates see $h_{t-1}$ as well.`,
    lines: [halves ? half : mean],
    highlights: ['gates', 'lstm'],
  };
}
