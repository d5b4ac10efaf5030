import type { Tape, Value } from '../tape';
import type { Trial } from '../trial';
import { embedding } from './embedding';
import { reshaped } from './reshaped';

/**
 * What a recurrent layer ends with: of states of steps × batch × hidden those of the last step, rows of
 * the table of all.
 */
export function lastStates(tape: Tape, states: Value): Value {
  const [steps, batch, hidden] = states.shape;
  const rows = Uint32Array.from({ length: batch }, (_, i) => (steps - 1) * batch + i);
  const last = tape.given([batch], tape.compute.upload(rows));
  return embedding(tape, last, reshaped(tape, states, [steps * batch, hidden]));
}

export const trials: readonly Trial[] = [
  {
    title: 'the last of three steps',
    shapes: [[3, 2, 5]],
    build: (tape, [states]) => lastStates(tape, states),
  },
];
