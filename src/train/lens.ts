import type { Compute } from '../compute/compute';
import type { Plan } from '../compute/plan';
import type { Activation } from '../learn/operations/layer';
import { Tape, type Value } from '../learn/tape';
import { inputsAt, type FeatureName } from './features';
import { forward } from './network';
import { REACH } from './data-sets';

/** A network that is being trained. */
export interface Seen {
  readonly weights: readonly Value[];
  readonly activation: Activation;
  readonly inputs: readonly FeatureName[];
}

/** What networks put out at some points, whenever it is asked, with the weights as they are then. */
export class Lens {
  private readonly plan: Plan;
  private readonly outputs: readonly Value[];

  constructor(
    private readonly compute: Compute,
    { weights, activation, inputs }: Seen,
    points: readonly (readonly [number, number])[],
  ) {
    const tape = new Tape(compute);
    const [networks] = weights[0].shape;
    const one = inputsAt(points, inputs);
    const all = new Float32Array(networks * one.length);
    for (let network = 0; network < networks; network += 1) all.set(one, network * one.length);
    const x = tape.given([networks, points.length, inputs.length], compute.upload(all));
    this.outputs = forward(tape, x, weights, activation);
    this.plan = compute.plan(tape.calls);
  }

  /** Of every layer, or of the last alone: networks × points × units. */
  look(layers: 'all' | 'last'): Promise<Float32Array[]> {
    this.plan.run(1);
    const wanted = layers === 'all' ? this.outputs : this.outputs.slice(-1);
    return this.compute.readAll(wanted.map(({ tensor }) => tensor)) as Promise<Float32Array[]>;
  }
}

/** Cells of the plane across and down. */
export const GRID = 72;

/** The middles of its cells, row by row from the top. */
export const gridPoints = (): [number, number][] =>
  Array.from({ length: GRID * GRID }, (_, i) => {
    const at = (cell: number): number => REACH * ((2 * cell + 1) / GRID - 1);
    return [at(i % GRID), -at(Math.floor(i / GRID))];
  });
