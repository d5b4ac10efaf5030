import { Random } from '../math/random';
import { add } from './operations/add';
import { appended } from './operations/appended';
import { embedding } from './operations/embedding';
import { layer } from './operations/layer';
import { layerNorm } from './operations/layer-norm';
import { masked } from './operations/masked';
import { matmul } from './operations/matmul';
import { reshaped } from './operations/reshaped';
import { softmax } from './operations/softmax';
import { swapped } from './operations/swapped';
import { weighted } from './operations/weighted';
import { sizeOf, type Shape, type Tape, type Value } from './tape';

/** What a transformer is built of. */
export interface Size {
  /** Tokens that there are. */
  readonly vocabulary: number;
  /** Tokens that it reads at most. */
  readonly context: number;
  /** Numbers of a token on the residual path. */
  readonly width: number;
  readonly heads: number;
  readonly layers: number;
  /** Units of the layer inside a block's MLP. */
  readonly units: number;
}

/** A dense layer of the one network, its biases in the last row. */
const dense = (inputs: number, outputs: number): Shape => [1, inputs + 1, outputs];

const blockShapes = ({ width, units }: Size) => ({
  gain1: [width],
  bias1: [width],
  queries: dense(width, width),
  keys: dense(width, width),
  values: dense(width, width),
  joined: dense(width, width),
  gain2: [width],
  bias2: [width],
  widened: dense(width, units),
  narrowed: dense(units, width),
});

const endShapes = ({ vocabulary, width }: Size) => ({
  gain: [width],
  bias: [width],
  logits: dense(width, vocabulary),
});

type Named<Shapes> = { readonly [name in keyof Shapes]: Value };
type Block = Named<ReturnType<typeof blockShapes>>;

/** How steeply a head's scores fall with distance: the first sees what is near, the last nearly all. */
export const slopesOf = ({ heads }: Size): number[] =>
  Array.from({ length: heads }, (_, head) => 4 ** -head);

/** The shapes of all weights in their order: of tokens, positions, every block, and the end. */
export const transformerShapes = (size: Size): Shape[] => [
  [size.vocabulary, size.width],
  [size.context, size.width],
  ...Array.from({ length: size.layers }, () => Object.values<Shape>(blockShapes(size))).flat(),
  ...Object.values<Shape>(endShapes(size)),
];

/** Weights by their names, in the order of the shapes. */
const named = <Shapes extends object>(shapes: Shapes, weights: readonly Value[]): Named<Shapes> =>
  Object.fromEntries(Object.keys(shapes).map((name, i) => [name, weights[i]])) as Named<Shapes>;

/** What a layer keeps of the positions it has read: 1 × (positions · batch) × width each. */
export interface Kept {
  readonly keys: Value;
  readonly values: Value;
}

/** What a transformer makes of tokens. */
export interface Transformed {
  /** For what follows each token: 1 × (length · batch) × vocabulary. */
  readonly logits: Value;
  /** What each position takes from which, of every layer: (batch · heads) × length × positions. */
  readonly attention: readonly Value[];
  /** Alike: q·kᵀ/√d, from which that comes by the mask and a softmax. */
  readonly scores: readonly Value[];
  /** Of every layer: those that were given, and the new ones behind them. */
  readonly kept: readonly Kept[];
}

interface Surroundings {
  readonly size: Size;
  readonly mask: Value;
  /** What was kept of the positions before, of every layer. */
  readonly past?: readonly Kept[];
}

/**
 * A transformer with its norms in front (Vaswani et al., “Attention is all you need”, 2017; Xiong et al.,
 * “On layer normalization in the transformer architecture”, 2020). Tokens (u32) of length × batch, no
 * longer than the context; a mask (`attentionMask`) hides positions from one another. The tokens follow
 * others where what every layer kept of those is given.
 */
export function transform(
  tape: Tape,
  tokens: Value,
  weights: readonly Value[],
  { size, mask, past = [] }: Surroundings,
): Transformed {
  const [length, batch] = tokens.shape;
  const before = past.length === 0 ? 0 : past[0].keys.shape[1] / batch;
  const [tokenTable, positionTable, ...rest] = weights;
  const attention: Value[] = [];
  const scores: Value[] = [];
  const kept: Kept[] = [];
  const embedded = embedding(tape, tokens, tokenTable);
  const placed = embedding(tape, positionsOf(tape, before, length, batch), positionTable);
  let x = reshaped(tape, add(tape, embedded, placed), [1, length * batch, size.width]);
  const each = Object.keys(blockShapes(size)).length;
  for (let i = 0; i < size.layers; i += 1) {
    const block = named(blockShapes(size), rest.slice(i * each, (i + 1) * each));
    const normed = layerNorm(tape, x, block.gain1, block.bias1);
    const attended = attend(tape, normed, block, {
      ...{ batch, heads: size.heads, mask, past: past.at(i) },
    });
    attention.push(attended.attention);
    scores.push(attended.scores);
    kept.push(attended.kept);
    x = add(tape, x, attended.mixed);
    x = add(tape, x, perceive(tape, layerNorm(tape, x, block.gain2, block.bias2), block));
  }
  const end = named(endShapes(size), rest.slice(size.layers * each));
  const logits = layer(tape, layerNorm(tape, x, end.gain, end.bias), end.logits, 'none');
  return { logits, attention, scores, kept };
}

/** Where each token of length × batch stands that follows so many. */
const positionsOf = (tape: Tape, before: number, length: number, batch: number): Value => {
  const positions = Uint32Array.from(
    { length: length * batch },
    (_, i) => before + Math.floor(i / batch),
  );
  return tape.given([length, batch], tape.compute.upload(positions));
};

interface Heads {
  readonly batch: number;
  readonly heads: number;
  readonly mask: Value;
  readonly past?: Kept;
}

/** Attention of several heads, softmax(q·kᵀ/√d + mask)·v, whose results are joined by one more layer. */
function attend(
  tape: Tape,
  x: Value,
  block: Block,
  { batch, heads, mask, past }: Heads,
): { mixed: Value; attention: Value; scores: Value; kept: Kept } {
  const width = x.shape[2] / heads;
  const project = (weights: Value): Value => layer(tape, x, weights, 'none');
  // A text's heads become texts of their own, as narrow as a head is.
  const split = (projected: Value): Value =>
    swapped(tape, reshaped(tape, projected, [projected.shape[1] / batch, batch * heads, width]));
  const queries = project(block.queries);
  const keys = behind(tape, past?.keys, project(block.keys));
  const values = behind(tape, past?.values, project(block.values));
  const products = matmul(tape, split(queries), split(keys), { b: true });
  const scores = weighted(tape, products, shareOf(tape, width), 0);
  const attention = softmax(tape, masked(tape, scores, mask));
  const mixed = matmul(tape, attention, split(values));
  const heard = reshaped(tape, swapped(tape, mixed), x.shape);
  return {
    mixed: layer(tape, heard, block.joined, 'none'),
    ...{ attention, scores },
    kept: { keys, values },
  };
}

const behind = (tape: Tape, past: Value | undefined, present: Value): Value =>
  past ? appended(tape, past, present) : present;

/** What scores are multiplied by: 1/√d. */
const shareOf = (tape: Tape, width: number): Value =>
  tape.given([1], tape.compute.upload(Float32Array.of(1 / Math.sqrt(width))));

/** The block's MLP, a token at a time. */
const perceive = (tape: Tape, x: Value, { widened, narrowed }: Block): Value =>
  layer(tape, layer(tape, x, widened, 'relu'), narrowed, 'none');

/**
 * Weights at first. Gains are 1, biases 0; a layer's weights are normal with 1/√inputs. What is added to
 * the residual path is smaller by √(2·layers), so that its sum is not (Radford et al., “Language models
 * are unsupervised multitask learners”, 2019). Positions begin as waves (Vaswani et al., section 3.5).
 */
export function initialTransformer(size: Size, seed: number): Float32Array[] {
  const random = new Random(seed, 1);
  const normal = (shape: Shape, spread: number) =>
    Float32Array.from({ length: sizeOf(shape) }, () => spread * random.normal());
  const layerOf = (shape: Shape, factor = 1) => {
    const [, rows, outputs] = shape;
    const weights = normal(shape, factor / Math.sqrt(rows - 1));
    return weights.fill(0, (rows - 1) * outputs);
  };
  const added = 1 / Math.sqrt(2 * size.layers);
  const block = (shapes = blockShapes(size)) => [
    filled(shapes.gain1, 1),
    filled(shapes.bias1, 0),
    ...[shapes.queries, shapes.keys, shapes.values].map((shape) => layerOf(shape)),
    layerOf(shapes.joined, added),
    filled(shapes.gain2, 1),
    filled(shapes.bias2, 0),
    layerOf(shapes.widened),
    layerOf(shapes.narrowed, added),
  ];
  const end = endShapes(size);
  return [
    normal([size.vocabulary, size.width], TOKEN_SPREAD),
    waves(size),
    ...Array.from({ length: size.layers }, () => block()).flat(),
    filled(end.gain, 1),
    filled(end.bias, 0),
    layerOf(end.logits, 0.5),
  ];
}

const TOKEN_SPREAD = 0.7;
const filled = (shape: Shape, value: number): Float32Array =>
  new Float32Array(sizeOf(shape)).fill(value);

/** Sines and cosines of ever longer waves, by which equal distances look alike from everywhere. */
const waves = ({ context, width }: Size): Float32Array =>
  Float32Array.from({ length: context * width }, (_, i) => {
    const [position, entry] = [Math.floor(i / width), i % width];
    const angle = position / 10_000 ** ((entry - (entry % 2)) / width);
    return entry % 2 === 0 ? Math.sin(angle) : Math.cos(angle);
  });
