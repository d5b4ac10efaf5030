import sampleBatch from '../../../shaders/random/sample_batch';
import type { Compute } from '../../compute/compute';
import type { Plan } from '../../compute/plan';
import type { Tensor } from '../../compute/tensor';
import { dot, matmul as product, transpose } from '../../math/linear';
import { Random } from '../../math/random';
import { ridgeRegression } from '../../math/ridge';
import { cosine, Descent } from '../descent';
import { add } from '../operations/add';
import { matmul } from '../operations/matmul';
import { reshaped } from '../operations/reshaped';
import { squaredError } from '../operations/squared-error';
import { weighted } from '../operations/weighted';
import { shippedWeights } from '../shipped';
import { stepTurns } from '../step-turns';
import { Tape, type Value } from '../tape';
import type { Recipe } from './recipe';

/** Inputs of a task, and the longest prompt. */
export const INPUTS = 4;
export const LONGEST = 32;
/** Prompts in training have from this many pairs on. */
export const SHORTEST = 8;
/** Standard deviation of the noise in every y of a prompt. */
export const NOISE = 0.1;

/** Numbers spread evenly from −√3 to √3 have the variance 1. */
const WIDEST = Math.sqrt(3);

export const LAYERS = 4;
/** A token is a pair: x, and y, which is 0 where it is asked for. */
export const WIDTH = INPUTS + 1;
/** The pairs of a prompt, and the query behind them. */
export const TOKENS = LONGEST + 1;

/** Prompts as tokens, and the y of each query, without noise. */
export interface Prompts {
  readonly tokens: Float32Array;
  readonly targets: Float32Array;
}

/**
 * Fresh linear tasks: y = w·x, with noise in the pairs of the prompt; x is uniform with the variance 1, w
 * normal, so that y has the variance 1 as well. Task n of a seed is the same however many are drawn.
 */
export function drawPrompts(count: number, seed: number, first = 0): Prompts {
  const tokens = new Float32Array(count * TOKENS * WIDTH);
  const targets = new Float32Array(count);
  for (let task = 0; task < count; task += 1) {
    const random = new Random(seed, first + task);
    const w = Array.from({ length: INPUTS }, () => random.normal() / Math.sqrt(INPUTS));
    for (let token = 0; token < TOKENS; token += 1) {
      const x = Array.from({ length: INPUTS }, () => WIDEST * (2 * random.uniform() - 1));
      const y = x.reduce((sum, entry, i) => sum + entry * w[i], 0);
      const at = (task * TOKENS + token) * WIDTH;
      tokens.set(x, at);
      if (token < LONGEST) tokens[at + INPUTS] = y + NOISE * random.normal();
      else targets[task] = y;
    }
  }
  return { tokens, targets };
}

/**
 * What a token weighs where the first n pairs are in the prompt: 1/n each, the query nothing. Fewer pairs
 * than training had weigh as much as they would among those, so that a layer's step is never longer.
 */
export const promptMask = (n: number): Float32Array =>
  Float32Array.from({ length: TOKENS }, (_, i) => (i < n ? 1 / Math.max(n, SHORTEST) : 0));

/** Weights of a layer: what queries and keys are compared by, and how what is found is written back. */
export const parameterShapes = Array.from({ length: 2 * LAYERS }, () => [1, WIDTH, WIDTH]);

/**
 * Layers of linear attention over a prompt, E ← E + (E·A)·(Σᵢ mᵢ·eᵢ·eᵢᵀ)·C, without softmax, so that
 * each can take a step of gradient descent on the pairs it sees (von Oswald et al., “Transformers learn
 * in-context by gradient descent”, ICML 2023). Tokens of prompts × TOKENS × WIDTH; what comes out is the
 * y of every token.
 */
export function attend(tape: Tape, tokens: Value, mask: Value, weights: readonly Value[]): Value {
  const [prompts] = tokens.shape;
  const rows = [1, prompts * TOKENS, WIDTH];
  let e = tokens;
  for (let i = 0; i < weights.length; i += 2) {
    const found = matmul(tape, weighted(tape, e, mask, 1), e, { a: true });
    const asked = matmul(tape, reshaped(tape, e, rows), weights[i]);
    const read = matmul(tape, reshaped(tape, asked, e.shape), found);
    const written = matmul(tape, reshaped(tape, read, rows), weights[i + 1]);
    e = add(tape, e, reshaped(tape, written, e.shape));
  }
  const last = new Float32Array(WIDTH);
  // Each layer takes off what it explains: a query's y has become minus its prediction.
  last[INPUTS] = -1;
  const pick = tape.given([1, WIDTH, 1], tape.compute.upload(last));
  return reshaped(tape, matmul(tape, reshaped(tape, e, rows), pick), [prompts, TOKENS]);
}

const SEED = 53;
const STEPS = 8_000;
const BATCH = 256;
/** Tasks that batches are drawn from. */
const POOL = 16_384;

/** Weights at first: near to a short step of gradient descent in each layer. */
function initial(): Float32Array[] {
  const random = new Random(SEED, 1);
  return parameterShapes.map((_, i) =>
    Float32Array.from({ length: WIDTH * WIDTH }, (__, k) => {
      const [row, column] = [Math.floor(k / WIDTH), k % WIDTH];
      const begun = row === column && (i % 2 === 0 ? row < INPUTS : row === INPUTS);
      return (begun ? (i % 2 === 0 ? 1 : -0.3) : 0) + 0.01 * random.normal();
    }),
  );
}

const recipe: Recipe = {
  name: 'in-context',
  seed: SEED,
  steps: STEPS,
  open(compute) {
    const tape = new Tape(compute);
    const pool = drawPrompts(POOL, SEED);
    const tokens = tape.given([BATCH, TOKENS, WIDTH]);
    const wanted = tape.given([BATCH, TOKENS]);
    // Where a prompt's y is wanted: at its last token.
    const padded = new Float32Array(POOL * TOKENS);
    pool.targets.forEach((target, task) => (padded[(task + 1) * TOKENS - 1] = target));
    tape.run(sampleBatch, {
      dimensions: {
        ...{ networks: 1, examples: POOL, rows: BATCH },
        ...{ inputs: TOKENS * WIDTH, outputs: TOKENS },
      },
      knobs: { seed: SEED, step: 0 },
      buffers: {
        x_data: compute.upload(pool.tokens),
        y_data: compute.upload(padded),
        ...{ x: tokens.tensor, y: wanted.tensor },
      },
    });
    const mask = tape.given([TOKENS]);
    const lengths = Array.from({ length: LONGEST - SHORTEST + 1 }, (_, i) => SHORTEST + i);
    tape.run(sampleBatch, {
      dimensions: { networks: 1, examples: lengths.length, rows: 1, inputs: TOKENS, outputs: 1 },
      knobs: { seed: SEED + 1, step: 0 },
      buffers: {
        x_data: compute.upload(Float32Array.from(lengths.flatMap((n) => [...promptMask(n)]))),
        y_data: compute.zeros(lengths.length),
        ...{ x: mask.tensor, y: compute.zeros(1) },
      },
    });
    const parameters = initial().map((data, i) => tape.parameter(parameterShapes[i], data));
    const asked = tape.given([TOKENS], compute.upload(promptAsks()));
    const predicted = weighted(tape, attend(tape, tokens, mask, parameters), asked, 1);
    const loss = squaredError(tape, reshaped(tape, predicted, [1, BATCH * TOKENS]), wanted);
    tape.backward(loss);
    const descent = new Descent(tape, parameters, {
      optimizer: 'adam',
      lr: cosine(1e-3, STEPS),
      clip: 0.01,
    });
    return { trained: { tape, loss, descent, turns: stepTurns(0, 1) }, parameters };
  },
  async measure(compute, weights) {
    const prompts = drawPrompts(MEASURED, SEED + 100);
    const reached: Record<string, number> = {};
    const learner = new Learner(compute, weights, prompts);
    const { targets } = prompts;
    for (const n of [2, 4, 8, 16, 32]) {
      const ridge = ridgeAnswers(prompts, n);
      reached[`error at ${n}`] = meanSquaredError(await learner.answer(n), targets);
      reached[`error of ridge regression at ${n}`] = meanSquaredError(ridge, targets);
    }
    return reached;
  },
  missing(reached) {
    const far = [16, 32].filter(
      (n) => !(reached[`error at ${n}`] <= 1.5 * reached[`error of ridge regression at ${n}`]),
    );
    return far.length === 0
      ? undefined
      : `after ${far.join(' and ')} pairs the error is over 1.5 times that of ridge regression`;
  },
};

/** Fresh tasks that weights are measured on. */
const MEASURED = 4096;

/**
 * What ridge regression answers to each query after n pairs. With λ the variance of the noise over that
 * of a weight, nothing is better on average.
 */
export function ridgeAnswers({ tokens, targets }: Prompts, n: number): number[] {
  return Array.from(targets, (_, task) => {
    const pairs = Array.from({ length: TOKENS }, (__, token) => {
      const at = (task * TOKENS + token) * WIDTH;
      return [...tokens.subarray(at, at + WIDTH)];
    });
    const seen = pairs.slice(0, n);
    const w = ridgeRegression(
      seen.map((pair) => pair.slice(0, INPUTS)),
      seen.map((pair) => pair[INPUTS]),
      NOISE ** 2 * INPUTS,
    );
    return dot(pairs[LONGEST].slice(0, INPUTS), w);
  });
}

export const meanSquaredError = (
  answers: ArrayLike<number>,
  targets: ArrayLike<number>,
): number => {
  const errors = Array.from(answers, (answer, i) => (answer - targets[i]) ** 2);
  return errors.reduce((sum, error) => sum + error, 0) / errors.length;
};

/** The query is the last token. */
const promptAsks = (): Float32Array =>
  Float32Array.from({ length: TOKENS }, (_, i) => (i === LONGEST ? 1 : 0));

/** A network with shipped weights over some prompts, asked again for every length of them. */
export class Learner {
  readonly weights: readonly Value[];
  private readonly mask: Tensor;
  private readonly answers: Tensor;
  private readonly plan: Plan;

  constructor(
    private readonly compute: Compute,
    weights: Float32Array,
    { tokens, targets }: Prompts,
  ) {
    const tape = new Tape(compute);
    this.weights = shippedWeights(tape, parameterShapes, weights);
    const given = tape.given([targets.length, TOKENS, WIDTH], compute.upload(tokens));
    const mask = tape.given([TOKENS]);
    this.mask = mask.tensor;
    this.answers = attend(tape, given, mask, this.weights).tensor;
    this.plan = compute.plan(tape.calls);
  }

  /** What it answers to each query after n pairs. */
  async answer(n: number): Promise<Float32Array> {
    this.compute.write(this.mask, promptMask(n));
    this.plan.run(1);
    const all = await this.compute.read(this.answers);
    return Float32Array.from({ length: all.length / TOKENS }, (_, i) => all[(i + 1) * TOKENS - 1]);
  }
}

/**
 * What the first tasks' queries are answered by plain loops in float64: the definition that a device is
 * held to.
 */
export function referenceAnswers(
  weights: Float32Array,
  { tokens }: Prompts,
  n: number,
  tasks: number,
): number[] {
  const mask = promptMask(n);
  const layers = parameterShapes.map((_, i) => {
    const each = WIDTH * WIDTH;
    return matrixOf(weights.subarray(i * each, (i + 1) * each));
  });
  return Array.from({ length: tasks }, (_, task) => {
    const each = TOKENS * WIDTH;
    let e = matrixOf(tokens.subarray(task * each, (task + 1) * each));
    for (let i = 0; i < layers.length; i += 2) {
      const masked = e.map((token, at) => token.map((entry) => mask[at] * entry));
      const found = product(transpose(masked), e);
      const written = product(product(product(e, layers[i]), found), layers[i + 1]);
      e = e.map((token, at) => token.map((entry, k) => entry + written[at][k]));
    }
    return -e[LONGEST][INPUTS];
  });
}

const matrixOf = (numbers: Float32Array): number[][] =>
  Array.from({ length: numbers.length / WIDTH }, (_, i) => [
    ...numbers.subarray(i * WIDTH, (i + 1) * WIDTH),
  ]);

/** How far a device's answers may be from those. */
export const attentionBound = {
  absolute: 1e-4,
  relative: 1e-5,
  why: 'four layers, each a chain of products of numbers of some units rounded to 2⁻²⁴, and each may triple what the one before was off by',
};

export default recipe;
