import type { Vector } from '../../../src/author';

/** What a reader can change. */
export interface Givens {
  /** Whether one gate holds at every step, or each step has the gate that was drawn for it. */
  readonly gate: 'constant' | 'drawn';
  readonly f: number;
  /** What one step back of a plain recurrent network leaves of the gradient. */
  readonly rnn_factor: number;
  readonly steps: number;
  /** Forget gates, one a step, from the latest step back. */
  readonly forget_curve: Vector;
}

export interface Model extends Givens {
  /** The forget gate of every step. */
  readonly gates: Vector;
  /** How many steps the gradient travels back: T. */
  readonly count: number;
  readonly lstm_after: number;
  readonly rnn_after: number;
  /** Logarithms to base 10 of what is left after 0, 1, …, T steps; −Infinity where all is gone. */
  readonly lstm_logs: Vector;
  readonly rnn_logs: Vector;
}

/**
 * What is left of a gradient that travels back along the cell of an LSTM, ∂c_t/∂c_{t−1} = f, beside
 * the same for a plain recurrent network (Hochreiter and Schmidhuber, 1997; the forget gate is by
 * Gers, Schmidhuber and Cummins, 2000).
 */
export function carousel(givens: Givens): Model {
  const { gate, f, rnn_factor, steps, forget_curve } = givens;
  const gates = gate === 'drawn' ? forget_curve : new Array<number>(steps).fill(f);
  const count = gates.length;
  return {
    ...givens,
    gates,
    count,
    lstm_after: gate === 'drawn' ? gates.reduce((a, b) => a * b, 1) : f ** count,
    rnn_after: rnn_factor ** count,
    lstm_logs: runningLogs(gates),
    rnn_logs: runningLogs(new Array<number>(count).fill(rnn_factor)),
  };
}

/** Sums of logarithms: products of a thousand factors leave float64, their logarithms do not. */
const runningLogs = (factors: Vector): number[] => {
  const logs = [0];
  for (const factor of factors) logs.push(logs[logs.length - 1] + Math.log10(factor));
  return logs;
};
