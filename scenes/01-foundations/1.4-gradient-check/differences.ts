import perturbedLoss from '../../../shaders/dense/perturbed_loss';
import { compareWithTwin, type Agreement, type Compute, type Watch } from '../../../src/author';
import type { Network } from './network';
import { LAYERS, WIDTH } from './settings';

/** One parameter moved by this much. */
export interface Move {
  readonly which: number;
  readonly by: number;
}

/** Losses of a call: on the CPU nothing interrupts one. */
const PIECE = 2080;
/** Losses that are checked against the twin. */
const CHECKED = 32;

/** Every one of these parameters up and down by ε, in turn. */
export const upAndDown = (parameters: readonly number[], eps: number): Move[] =>
  parameters.flatMap((which) => [
    { which, by: eps },
    { which, by: -eps },
  ]);

/** The central differences of moves up and down. */
export const differencesOf = (moves: readonly Move[], losses: ArrayLike<number>): Float64Array =>
  Float64Array.from(
    { length: moves.length / 2 },
    (_, i) => (losses[2 * i] - losses[2 * i + 1]) / (2 * Math.fround(moves[2 * i].by)),
  );

/** The loss after each of these moves, as float32. */
export async function lossesAfter(
  work: Compute,
  network: Network,
  moves: readonly Move[],
  watch: Watch,
): Promise<Float32Array> {
  const { inputs, targets, parameters } = network;
  const given = {
    parameters: work.upload(parameters),
    inputs: work.upload(inputs),
    targets: work.upload(targets),
    sums: work.zeros(LAYERS * network.samples * WIDTH),
  };
  const pieces = Array.from({ length: Math.ceil(moves.length / PIECE) }, (_, i) => {
    const piece = moves.slice(i * PIECE, (i + 1) * PIECE);
    const losses = work.zeros(piece.length);
    const { which, by } = columnsOf(piece);
    work.run(perturbedLoss, {
      dimensions: sizesOf(network, piece.length),
      buffers: { ...given, which: work.upload(which), by: work.upload(by), losses },
    });
    return losses;
  });
  await work.finished(watch);
  const all = new Float32Array(moves.length);
  for (const [i, losses] of pieces.entries()) {
    all.set(await work.read(losses), i * PIECE);
  }
  return all;
}

/** Some of these losses against the twin. */
export async function checkLosses(
  work: Compute,
  network: Network,
  moves: readonly Move[],
  losses: ArrayLike<number>,
): Promise<Agreement> {
  const chosen = Array.from({ length: CHECKED }, (_, i) =>
    Math.floor(((i + 0.5) / CHECKED) * moves.length),
  );
  const { inputs, targets, parameters } = network;
  const twin = await work.twin(perturbedLoss, {
    dimensions: sizesOf(network, CHECKED),
    buffers: { ...columnsOf(chosen.map((i) => moves[i])), parameters, inputs, targets },
  });
  const running = chosen.map((i) => losses[i]);
  return compareWithTwin(running, twin.losses, perturbedLoss.bound, 'perturbed losses');
}

const columnsOf = (moves: readonly Move[]) => ({
  which: Uint32Array.from(moves, ({ which }) => which),
  by: Float32Array.from(moves, ({ by }) => by),
});

const sizesOf = ({ samples }: Network, perturbations: number) => ({
  perturbations,
  layers: LAYERS,
  width: WIDTH,
  samples,
});
