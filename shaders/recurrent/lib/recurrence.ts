import { spread, type Dimensions, type Division, type Variant } from '../../../src/compute/kernel';
import turn from './turn.wgsl?raw';
import turns from './turns.wgsl?raw';

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

/** Turns of a pass, so that a long recurrence can still be cut into submits that are short. */
const TURNS = 64;

/** Units, in quadruples, of the workgroup that takes many turns, and sequences it is meant for. */
const FEW = { quads: 16, sequences: 32 };

const few = (dimensions: Dimensions): boolean =>
  quadsFit(dimensions) && dimensions.hidden <= 4 * FEW.quads && dimensions.batch <= FEW.sequences;

/**
 * The forms of a recurrence from WGSL that takes one turn of four units of four sequences. Where few
 * units make a state, a workgroup has all of them and takes turn after turn: an invocation does then
 * what it would do in a dispatch for each turn, and waits for its neighbours instead of for a dispatch.
 * Wider states read more weights a turn than one processor of a graphics card can fetch as soon as all of
 * them, and many sequences would leave half of each of its vectors idle: there a dispatch takes one turn.
 */
export const quadForms = (wgsl: string): Record<'turns' | 'vec4', Variant> => ({
  turns: {
    wgsl: `const TURNS = ${TURNS}u;\n${wgsl}${turns}`,
    fits: few,
    workgroups: ({ batch }) => spread(Math.ceil(batch / 4), 1),
    passes: ({ steps }) => Math.ceil((steps + 1) / TURNS),
  },
  vec4: { wgsl: wgsl + turn, fits: quadsFit, ...passesOf(4) },
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
