import { spread, type Dimensions, type Division, type Variant } from '../../../src/compute/kernel';

/** Whether rows of units are made of whole vec4. */
export const quadsFit = ({ hidden }: Dimensions): boolean => hidden % 4 === 0;

/** Gates of a unit of an LSTM; a row has all units of one gate and then of the next. */
export const GATES = 4;

/** Numbers in a row of gates. */
export const gatesOf = ({ hidden }: Dimensions): number => GATES * hidden;

/**
 * How a recurrence is dispatched whose invocations each take so many units of four sequences: a pass
 * for each step, and one for the states at its beginning.
 */
export const passesOf = (units: number): Pick<Variant, 'workgroups' | 'passes'> => ({
  workgroups: ({ batch, hidden }) => spread(Math.ceil(batch / 4) * Math.ceil(hidden / units), 32),
  passes: ({ steps }) => steps + 1,
});

/** Sequences that go through the weights together, at no more cost than one. */
const TOGETHER = 4;

/** Workers share the sequences, where that leaves fewer to each. */
export const sequencesApart =
  (...buffers: readonly string[]) =>
  ({ batch }: Dimensions): Division | undefined =>
    batch > TOGETHER ? { along: 'batch', buffers } : undefined;

/** Weights with which a network forgets: what is off in one step is half as far off in the next. */
export const contracting = (random: { normal(): number }, { hidden }: Dimensions): number =>
  (0.5 * random.normal()) / Math.sqrt(hidden);

/** Every unit of every sequence, and its position in a row of states. */
export function* unitsOf(batch: number, hidden: number) {
  for (let at = 0; at < batch * hidden; at += 1) {
    yield { sequence: Math.floor(at / hidden), unit: at % hidden, at };
  }
}
