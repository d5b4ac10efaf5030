import {
  add,
  apply,
  given,
  multiply,
  named,
  prose,
  symbolOf,
  tanh,
  type Expression,
  type Step,
} from '../../../src/author';
import { GATES, logistic, type Gate, type Model } from './model';

const TEX: Readonly<Record<Gate, string>> = { f: 'f', i: 'i', c_tilde: '\\tilde c', o: 'o' };

export function* solution(model: Model): Generator<Step> {
  const before = given('c_{t-1}', model.c_prev, { role: 'activation', part: 'c_prev' });
  const made = model.gates === 'computed' ? gatesOf(model) : undefined;
  if (made) {
    yield {
      id: 'gates',
      title: 'Set the valves',
      say: prose`Each gate weighs the input ${symbolOf(made.x)} and the last state ${symbolOf(made.h)}, and adds a bias. The logistic curve $\\sigma$ turns the sum into a share from 0 to 1. The candidate $\\tilde c$ may be negative, so it goes through $\\tanh$.`,
      lines: GATES.map((gate) => made.gates[gate]),
    };
  }
  const [f, i, candidate, o] = GATES.map(
    (gate) =>
      made?.gates[gate] ?? given(TEX[gate], model[gate], { role: 'activation', part: gate }),
  );

  const kept = named('\\text{kept}', multiply(f, before), { role: 'activation', part: 'kept' });
  yield {
    id: 'forget',
    title: 'Keep a share of the old cell',
    say: prose`The forget gate ${symbolOf(f)} is the share of the old cell ${symbolOf(before)} that is kept. At 1 nothing is lost; at 0 the unit starts afresh.`,
    lines: [kept],
  };

  const written = named('\\text{written}', multiply(i, candidate), {
    role: 'activation',
    part: 'written',
  });
  yield {
    id: 'write',
    title: 'Write a share of the candidate',
    say: prose`The candidate ${symbolOf(candidate)} is what the unit could write now. The input gate ${symbolOf(i)} is the share of it that is written.`,
    lines: [written],
  };

  const c = named('c_t', add(multiply(f, before), multiply(i, candidate)), {
    role: 'activation',
    part: 'c',
  });
  yield {
    id: 'cell',
    title: 'Add up the new cell',
    say: prose`What is kept and what is written add up to the new cell ${symbolOf(c)}. No weight and no $\\tanh$ lies on this way, so a value can stay for many steps. How long is up to ${symbolOf(f)}.`,
    lines: [c],
    highlights: ['kept', 'written', 'c'],
    reveals: { c },
  };

  const squashed = named('\\text{squashed}', tanh(c), { role: 'activation', part: 'squashed' });
  const h = named('h_t', multiply(o, tanh(c)), { role: 'activation', part: 'h' });
  yield {
    id: 'state',
    title: 'Show a share of it',
    say: prose`The hidden state ${symbolOf(h)} is what the rest of the network sees. $\\tanh$ brings the cell between $-1$ and $1$, and the output gate ${symbolOf(o)} is the share of it that is shown. The cell itself travels on unchanged.`,
    lines: [squashed, h],
    reveals: { h },
  };
}

/** The gates as they are computed, and what they are computed from. */
function gatesOf(model: Model): {
  readonly gates: Readonly<Record<Gate, Expression<number>>>;
  readonly x: Expression<number>;
  readonly h: Expression<number>;
} {
  const x = given('x_t', model.x, { role: 'input', part: 'x' });
  const h = given('h_{t-1}', model.h_prev, { role: 'activation', part: 'h_prev' });
  const made = GATES.map((gate, n) => {
    const weight = (letter: 'w' | 'u' | 'b'): Expression<number> =>
      given(`${letter}_{${TEX[gate]}}`, model[letter][n], {
        role: 'weight',
        part: `${letter}.${n}`,
      });
    const sum = add(multiply(weight('w'), x), multiply(weight('u'), h), weight('b'));
    const bent = gate === 'c_tilde' ? tanh(sum) : apply('\\sigma', logistic, sum);
    return [gate, named(TEX[gate], bent, { role: 'activation', part: gate })] as const;
  });
  return { gates: Object.fromEntries(made) as Record<Gate, Expression<number>>, x, h };
}
