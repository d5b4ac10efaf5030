import type { Compute } from '../compute/compute';
import type { Tensor } from '../compute/tensor';
import { trainNGram } from '../math/n-gram';
import { PROSE_SIZE } from '../math/prose';
import { Random } from '../math/random';
import { cosine, Descent } from './descent';
import { crossEntropy } from './operations/cross-entropy';
import { embedding } from './operations/embedding';
import { layer } from './operations/layer';
import { lstm } from './operations/lstm';
import { reshaped } from './operations/reshaped';
import { rnn } from './operations/rnn';
import { fetchProse, proseWindows } from './prose-windows';
import type { Opened, Recipe } from './recipes/recipe';
import { shippedWeights } from './shipped';
import { stepTurns } from './step-turns';
import { sizeOf, Tape, type Shape, type Value } from './tape';

/** Units of the recurrent layer. */
export const HIDDEN = 256;

/** A recurrent layer, by how many numbers a unit takes in at each step. */
const WIDE = { rnn: HIDDEN, lstm: 4 * HIDDEN } as const;

export type Cell = keyof typeof WIDE;

/**
 * What a character adds to the units, the recurrent weights, and the dense layer, its biases in its
 * last row. A character's row is its one-hot vector times the input weights, plus their bias.
 */
export const characterShapes = (cell: Cell): readonly Shape[] => [
  [PROSE_SIZE, WIDE[cell]],
  [HIDDEN, WIDE[cell]],
  [1, HIDDEN + 1, PROSE_SIZE],
];

/**
 * Logits for what follows each character, and the tensors whose last rows the text goes on from: the
 * states, and of an LSTM the cells; of an LSTM its gates as well.
 */
export interface Continued {
  readonly logits: Value;
  readonly memory: readonly Tensor[];
  readonly gates?: Tensor;
}

/**
 * A character-level language model: characters (u32) of steps × batch; `memory` is the state, and of an
 * LSTM the cell, of batch × hidden, that the first step has behind it.
 */
export function continueText(
  tape: Tape,
  cell: Cell,
  characters: Value,
  [table, recurrent, dense]: readonly Value[],
  [state, cells]: readonly Value[],
): Continued {
  const projected = embedding(tape, characters, table);
  const rows = [1, sizeOf(characters.shape), HIDDEN];
  const logitsOf = (states: Value): Value =>
    layer(tape, reshaped(tape, states, rows), dense, 'none');
  if (cell === 'rnn') {
    const states = rnn(tape, projected, recurrent, state);
    return { logits: logitsOf(states), memory: [states.tensor] };
  }
  const { states, cells: after, gates } = lstm(tape, projected, recurrent, { state, cell: cells });
  return { logits: logitsOf(states), memory: [states.tensor, after], gates };
}

/** A beginning without memory, as many of it as the cell has. */
export const noMemory = (tape: Tape, cell: Cell, batch: number): Value[] =>
  Array.from({ length: cell === 'lstm' ? 2 : 1 }, () => tape.given([batch, HIDDEN]));

/**
 * Weights at first, normal: a character is one row alone, so its numbers are large enough for it to be
 * heard; states are `HIDDEN` numbers together. The bias of a forget gate is 1, so that it remembers.
 */
function initial(cell: Cell, seed: number): Float32Array[] {
  const random = new Random(seed, 1);
  const spreads = [0.5, 1 / Math.sqrt(HIDDEN), 1 / Math.sqrt(HIDDEN)];
  return characterShapes(cell).map((shape, i) =>
    Float32Array.from({ length: sizeOf(shape) }, (_, k) => {
      const forget = cell === 'lstm' && i === 0 && k % WIDE.lstm < HIDDEN;
      return spreads[i] * random.normal() + (forget ? 1 : 0);
    }),
  );
}

/** Characters that a gradient goes back through, and how many texts are read at once. */
const [LENGTH, BATCH] = [64, 32];
const [RATE, CLIP] = [5e-3, 1];

/** A model that is ready to be trained for so many steps on windows of the prose. */
async function opened(
  compute: Compute,
  cell: Cell,
  { seed, steps }: { readonly seed: number; readonly steps: number },
): Promise<Opened> {
  const { training } = await fetchProse();
  const tape = new Tape(compute);
  const windows = { length: LENGTH, batch: BATCH, seed };
  const [characters, following] = proseWindows(tape, training, windows);
  const shapes = characterShapes(cell);
  const parameters = initial(cell, seed).map((numbers, i) => tape.parameter(shapes[i], numbers));
  const memory = noMemory(tape, cell, BATCH);
  const { logits } = continueText(tape, cell, characters, parameters, memory);
  const loss = crossEntropy(tape, logits, following);
  tape.backward(loss);
  const lr = cosine(RATE, steps);
  const descent = new Descent(tape, parameters, { optimizer: 'adam', lr, clip: CLIP });
  return { trained: { tape, loss, descent, turns: stepTurns(0, 1) }, parameters };
}

/**
 * What a character of a text costs on average, in bits. The text is read as `BATCH` texts side by side,
 * each from its beginning to its end with what the model remembers of it.
 */
export async function bitsPerCharacter(
  compute: Compute,
  cell: Cell,
  weights: Float32Array,
  text: Uint8Array,
): Promise<number> {
  const tape = new Tape(compute);
  const [characters, following] = [0, 1].map(() =>
    tape.given([LENGTH, BATCH], compute.zeros(LENGTH * BATCH, 'u32')),
  );
  const given = shippedWeights(tape, characterShapes(cell), weights);
  const begins = noMemory(tape, cell, BATCH);
  const { logits, memory } = continueText(tape, cell, characters, given, begins);
  const loss = crossEntropy(tape, logits, following);
  const plan = compute.plan(tape.calls);
  const each = Math.floor((text.length - 1) / BATCH);
  const pieces = Math.floor(each / LENGTH);
  let nats = 0;
  for (let piece = 0; piece < pieces; piece += 1) {
    [characters, following].forEach(({ tensor }, shift) => {
      const window = Uint32Array.from(
        { length: LENGTH * BATCH },
        (_, i) => text[(i % BATCH) * each + piece * LENGTH + Math.floor(i / BATCH) + shift],
      );
      compute.write(tensor, window);
    });
    plan.run(1);
    const [losses, ...last] = await compute.readAll([
      loss.tensor,
      ...memory.map((tensor) => [tensor, (LENGTH - 1) * BATCH * HIDDEN] as const),
    ]);
    nats += losses[0];
    last.forEach((numbers, i) => compute.write(begins[i].tensor, numbers));
  }
  plan.release();
  return nats / pieces / Math.LN2;
}

/** Characters of context of the n-gram model that a network has to beat. */
const PAIRS = 2;

/** How a model with this cell is trained, and what it is held to. */
export function characterRecipe(
  cell: Cell,
  run: { readonly seed: number; readonly steps: number },
): Recipe {
  return {
    name: `char-${cell}`,
    ...run,
    half: true,
    open: (compute) => opened(compute, cell, run),
    async measure(compute, weights) {
      const { training, heldOut } = await fetchProse();
      return {
        'bits per character': await bitsPerCharacter(compute, cell, weights, heldOut),
        'bits per character of an n-gram of order 2': trainNGram(
          training,
          PROSE_SIZE,
          PAIRS,
        ).bitsPerCharacter(heldOut),
      };
    },
    missing: (reached) =>
      reached['bits per character'] < reached['bits per character of an n-gram of order 2']
        ? undefined
        : 'a character of the text held out costs no less than it does an n-gram of order 2',
  };
}
