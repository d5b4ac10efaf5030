import {
  add,
  constant,
  decimals,
  divide,
  given,
  integer,
  minimum,
  multiply,
  named,
  power,
  prose,
  subtract,
  symbolOf,
  type Expression,
  type Step,
} from '../../../src/author';
import type { Model } from './model';

export const seconds = decimals(1);

export function* solution(model: Model): Generator<Step> {
  const n = given('n', model.agents, { part: 'agents' });
  const c = given('c', model.calls_per_agent, { part: 'calls_per_agent' });
  const calls = named('C', multiply(n, c), { role: 'input', part: 'calls', format: integer });
  yield {
    id: 'calls',
    title: 'Count the calls',
    say:
      model.agents > 1
        ? prose`Each of ${n} agents makes ${c} calls to its model, whatever the others do.`
        : prose`With ${n}, a single agent makes ${c} calls to its model.`,
    lines: [calls],
    reveals: { calls },
  };

  const latency = given('t', model.latency, { part: 'latency' });
  const time = named('T', multiply(calls, latency), { part: 'latency_total', format: seconds });
  yield {
    id: 'latency',
    title: 'One after the other',
    say: [
      WAITING[Math.min(model.agents, 3) - 1],
      ...prose`the calls add up, ${latency} seconds each.`,
    ],
    lines: [time],
    highlights: ['calls', 'latency', 'latency_total'],
    reveals: { latency_total: time },
  };

  const price = given('k', model.price, { part: 'price' });
  const cost = named('K', multiply(calls, price), { part: 'cost_total' });
  yield {
    id: 'cost',
    title: 'Pay for every call',
    say: prose`Every call costs ${price} dollars, so the bill grows with the number of calls. No speed-up changes it.`,
    lines: [cost],
    reveals: { cost_total: cost },
  };

  const p = given('p', model.p_success, { role: 'weight', part: 'p_success' });
  const h = given('h', model.p_handoff, { role: 'gradient', part: 'p_handoff' });
  let each: Expression<number> = p;
  if (model.agents > 1) {
    const g = given('g', model.specialist_gain, { role: 'value', part: 'specialist_gain' });
    each = named('s', minimum(constant(1), add(p, g)), { role: 'activation', part: 'p_agent' });
    yield {
      id: 'agent',
      title: 'What a specialist gains',
      say: prose`One agent alone succeeds with probability ${p}. A specialist has one clear job and succeeds more often, by the gain ${g}. No probability passes 1.`,
      lines: [each],
      highlights: ['p_success', 'specialist_gain'],
    };
  }

  const all = named('P', multiply(power(each, n), power(h, subtract(n, 1))), {
    role: 'activation',
    part: 'p_all',
  });
  yield {
    id: 'all',
    title: 'Everything has to go right',
    say:
      model.agents > 1
        ? prose`All ${symbolOf(n)} agents must succeed. Between them are ${subtract(n, 1)} hand-offs, and each must arrive, with probability ${h}. If they fail independently, the probabilities multiply.`
        : prose`One agent has nobody to hand over to. Its own probability is all that counts.`,
    lines: [all],
    highlights: ['survival', 'p_handoff', 'p_all'],
    reveals: { p_all: all },
  };

  yield verdict(model, { n, p, h, all });
}

/** Who waits for whom in a chain of one, of two, and of three or more. */
const WAITING = [
  'One after the other, ',
  'The writer waits for what the researcher found. In sequence ',
  'The writer waits for what the researcher found, the critic for what the writer wrote. In sequence ',
];

interface Symbols {
  readonly n: Expression<number>;
  readonly p: Expression<number>;
  readonly h: Expression<number>;
  readonly all: Expression<number>;
}

/** Whether it was worth it, and what gain it would take. */
function verdict(model: Model, { n, p, h, all }: Symbols): Step {
  const lost = named('P - p', subtract(all, p), { part: 'difference' });
  const even = named(
    'g^{\\ast}',
    subtract(power(divide(p, power(h, subtract(n, 1))), divide(1, n)), p),
    { role: 'value', part: 'break_even' },
  );
  const { agents, p_success, p_handoff } = model;
  // With specialists that never fail, the hand-offs alone decide.
  const most = p_handoff ** (agents - 1);
  const possible = agents > 1 && p_handoff > 0 && p_success <= most;
  const one = prose`Start with one agent. Split when the labour divides clearly, as between researcher, writer and critic. The price is calls, waiting, coordination, misunderstandings and loops.`;
  return {
    id: 'split',
    title: 'When is it worth splitting?',
    say: [
      ...one,
      ...(possible ? prose` To break even, a specialist must gain ${symbolOf(even)}.` : []),
      ...(p_success > most ? [' Here no gain makes up for the hand-offs.'] : []),
    ],
    lines: possible ? [lost, even] : [lost],
    highlights: ['p_all', 'single', ...(possible ? ['break_even'] : [])],
  };
}
