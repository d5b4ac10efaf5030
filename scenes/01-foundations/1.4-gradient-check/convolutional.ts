import scaledCopy from '../../../shaders/elementwise/scaled_copy';
import { initialisers } from '../../../src/learn/initialise';
import { activated } from '../../../src/learn/operations/activated';
import { conv2d } from '../../../src/learn/operations/conv2d';
import { layer } from '../../../src/learn/operations/layer';
import { maxPool } from '../../../src/learn/operations/max-pool';
import { reshaped } from '../../../src/learn/operations/reshaped';
import { squaredError } from '../../../src/learn/operations/squared-error';
import { fetchDigits, inked } from '../../../src/learn/recipes/digits';
import { inFloat64 } from '../../../src/learn/reference';
import { sizeOf, Tape, type Shape, type Value } from '../../../src/learn/tape';
import {
  compareWithTwin,
  DIGIT_PIXELS,
  DIGIT_SIDE,
  Random,
  type Agreement,
  type Compute,
  type Watch,
} from '../../../src/author';
import type { Move } from './differences';
import { countOf, layersOf, parameterAt, placeOf, type Place } from './settings';
import type { Checkable } from './checkable';

const layers = layersOf.digits;
const [FIRST, SECOND, DENSE] = layers;
const KERNEL = Math.sqrt(FIRST.sources);

/** Copies of the network that are moved, each in its own way, and run side by side. */
const COPIES = 256;
/** Moves whose losses are computed again in float64. */
const CHECKED = 8;

const SEED = 14;
const BIAS = 0.1;

const bound = {
  absolute: 1e-6,
  relative: 1e-5,
  why: 'sums of up to 72 products, through three layers, and the mean of ten squares of some units, each rounded to 2⁻²⁴',
};

/** Kernels and biases of both convolutions, then the dense layer; copies have their channels side by side. */
const shapesOf = (copies: number): readonly Shape[] => [
  [copies * FIRST.units, 1, KERNEL, KERNEL],
  [copies * FIRST.units],
  [copies * SECOND.units, FIRST.units, KERNEL, KERNEL],
  [copies * SECOND.units],
  [copies, DENSE.sources + 1, DENSE.units],
];

/** Where a parameter is kept: in which of those tensors, and where in it. */
function slotOf(parameter: number): { readonly tensor: number; readonly at: number } {
  const { layer: index, unit, source } = placeOf(layers, parameter);
  const { units, sources } = layers[index];
  if (index === 2) return { tensor: 4, at: (source ?? sources) * units + unit };
  return source === undefined
    ? { tensor: 2 * index + 1, at: unit }
    : { tensor: 2 * index, at: unit * sources + source };
}

/** Copies of the network on a tape, all looking at one digit, and a loss for each. */
class Copies {
  readonly tape: Tape;
  readonly weights: readonly Value[];
  readonly loss: Value;
  private readonly image: Value;
  private readonly target: Value;

  constructor(
    private readonly work: Compute,
    private readonly copies: number,
  ) {
    const tape = (this.tape = new Tape(work));
    this.image = tape.given([1, copies, DIGIT_SIDE, DIGIT_SIDE]);
    this.target = tape.given([copies, 1, DENSE.units]);
    this.weights = shapesOf(copies).map((shape) =>
      tape.parameter(shape, new Float32Array(sizeOf(shape))),
    );
    const [kernels, biases, moreKernels, moreBiases, dense] = this.weights;
    const convolved = (from: Value, by: Value, bias: Value): Value => {
      const sums = conv2d(tape, from, by, bias, { padding: 1, networks: copies });
      // GELU has no corner; the maxima have theirs, where another pixel becomes the largest.
      return maxPool(tape, activated(tape, sums, 'gelu'), 2);
    };
    const maps = convolved(convolved(this.image, kernels, biases), moreKernels, moreBiases);
    const features = reshaped(tape, maps, [copies, 1, DENSE.sources]);
    this.loss = squaredError(tape, layer(tape, features, dense, 'none'), this.target);
  }

  /** Gives every copy the parameters, with the one moved that its move names. */
  move(parameters: Float32Array, moves: readonly Move[]): void {
    const each = shapesOf(1).map((shape) => new Float32Array(sizeOf(shape)));
    parameters.forEach((value, which) => {
      const { tensor, at } = slotOf(which);
      each[tensor][at] = value;
    });
    const all = each.map((own) => repeated(own, this.copies));
    moves.forEach(({ which, by }, copy) => {
      const { tensor, at } = slotOf(which);
      all[tensor][copy * each[tensor].length + at] += by;
    });
    all.forEach((numbers, tensor) => this.work.write(this.weights[tensor].tensor, numbers));
  }

  /** Shows all of them a digit. */
  look({ pixels, label }: Example): void {
    const wanted = Float32Array.from({ length: DENSE.units }, (_, digit) => +(digit === label));
    this.work.write(this.image.tensor, repeated(pixels, this.copies));
    this.work.write(this.target.tensor, repeated(wanted, this.copies));
  }
}

const repeated = (numbers: Float32Array, times: number): Float32Array<ArrayBuffer> => {
  const all = new Float32Array(times * numbers.length);
  for (let i = 0; i < times; i += 1) all.set(numbers, i * numbers.length);
  return all;
};

/** A digit, its pixels from 0 to 1. */
interface Example {
  readonly pixels: Float32Array;
  readonly label: number;
}

/**
 * A convolutional network for handwritten digits that has learned nothing yet, built with the tape: its
 * own backward pass against differences of its own forward pass.
 */
export async function openConvolutional(samples: number): Promise<Checkable> {
  const { training } = await fetchDigits();
  const examples = Array.from({ length: samples }, (_, k): Example => {
    const pixels = training.pixels.subarray(k * DIGIT_PIXELS, (k + 1) * DIGIT_PIXELS);
    return { pixels: inked(pixels), label: training.labels[k] };
  });
  const random = new Random(SEED, 3);
  const parameters = Float32Array.from({ length: countOf(layers) }, (_, which) => {
    const { layer: index, source } = placeOf(layers, which);
    const spread = source === undefined ? BIAS : initialisers.he(layers[index].sources);
    return spread * random.normal();
  });
  return {
    layers,
    gradients: (work, bug) => gradients(work, parameters, examples, bug),
    losses: async (work, moves, watch) => {
      const copies = new Copies(work, Math.min(COPIES, moves.length));
      return losses(work, copies, { parameters, examples, moves, watch });
    },
    check: (work, moves, found) => checked(work, { parameters, examples, moves }, found),
  };
}

/** By backpropagation, the mean over all digits; of the bias `bug`, half of them is left out. */
async function gradients(
  work: Compute,
  parameters: Float32Array,
  examples: readonly Example[],
  bug: Place | undefined,
): Promise<Float32Array> {
  const network = new Copies(work, 1);
  network.tape.backward(network.loss);
  network.move(parameters, []);
  const plan = work.plan(network.tape.calls);
  const sums = new Float64Array(parameters.length);
  for (const [i, example] of examples.entries()) {
    network.look(example);
    plan.run(1);
    const made = await work.readAll(
      network.weights.map((value) => network.tape.gradientOf(value)!),
    );
    const isLeftOut = bug && i >= examples.length / 2 ? parameterAt(layers, bug) : undefined;
    for (let which = 0; which < sums.length; which += 1) {
      const { tensor, at } = slotOf(which);
      if (which !== isLeftOut) sums[which] += made[tensor][at] / examples.length;
    }
  }
  plan.release();
  return Float32Array.from(sums);
}

/** What is moved, and on which digits. */
interface Moved {
  readonly parameters: Float32Array;
  readonly examples: readonly Example[];
  readonly moves: readonly Move[];
}

/** The mean loss over all digits after each move, as many moves at once as there are copies. */
async function losses(
  work: Compute,
  network: Copies,
  { parameters, examples, moves, watch }: Moved & { readonly watch: Watch },
): Promise<Float64Array> {
  const copies = network.loss.tensor.length;
  const rounds = Math.ceil(moves.length / copies);
  const total = rounds * examples.length * copies;
  const all = work.zeros(total);
  network.tape.run(scaledCopy, {
    dimensions: { count: copies, total },
    knobs: { first: 0, factor: 1 },
    buffers: { source: network.loss.tensor, copied: all },
  });
  const keep = network.tape.calls.length - 1;
  const plan = work.plan(network.tape.calls);
  for (let round = 0; round < rounds; round += 1) {
    network.move(parameters, moves.slice(round * copies, (round + 1) * copies));
    examples.forEach((example, i) => {
      network.look(example);
      const first = (round * examples.length + i) * copies;
      plan.run(1, [{ call: keep, knob: 'first', values: [first] }]);
    });
  }
  await work.finished(watch);
  const found = await work.read(all);
  plan.release();
  return Float64Array.from(moves, (_, move) => {
    const from = Math.floor(move / copies) * examples.length * copies + (move % copies);
    return examples.reduce((sum, __, i) => sum + found[from + i * copies] / examples.length, 0);
  });
}

/** Some of these losses against the same calls in float64. */
async function checked(
  work: Compute,
  { parameters, examples, moves }: Moved,
  found: ArrayLike<number>,
): Promise<Agreement> {
  const chosen = Array.from({ length: CHECKED }, (_, i) =>
    Math.floor(((i + 0.5) / CHECKED) * moves.length),
  );
  const network = new Copies(work, CHECKED);
  network.move(
    parameters,
    chosen.map((i) => moves[i]),
  );
  const means = new Float64Array(CHECKED);
  for (const example of examples) {
    network.look(example);
    const reference = await inFloat64(work, network.tape.calls);
    reference(network.loss.tensor).forEach((loss, i) => {
      means[i] += loss / examples.length;
    });
  }
  const running = chosen.map((i) => found[i]);
  return compareWithTwin(running, means, bound, 'perturbed losses');
}
