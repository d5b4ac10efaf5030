import { Random, type Matrix, type Vector } from '../../../src/author';
import { curves, type Activation } from './model';

/** A point of the plane, and whether a neuron is to be on there. */
export interface Sample {
  readonly x: number;
  readonly y: number;
  readonly on: boolean;
  /** Which of the four clusters it is drawn from. */
  readonly cluster: number;
}

const CENTRES = [
  { x: 1, y: 1, on: false },
  { x: -1, y: -1, on: false },
  { x: 1, y: -1, on: true },
  { x: -1, y: 1, on: true },
];
const EACH = 1024;
const SPREAD = 0.28;

/** Four clusters, opposite ones of one kind: the exclusive or of Minsky and Papert, 1969. */
export function drawSamples(): Sample[] {
  const random = new Random(11);
  return Array.from({ length: EACH * CENTRES.length }, (_, i) => {
    const cluster = i % CENTRES.length;
    const { x, y, on } = CENTRES[cluster];
    return { x: x + SPREAD * random.normal(), y: y + SPREAD * random.normal(), on, cluster };
  });
}

/** Whether a layer is on at a point. */
export type Decide = (x: number, y: number) => boolean;

/** A neuron is on where its pre-activation is positive, whatever its curve. */
export const neuronDecides =
  ([w0, w1, b]: Vector): Decide =>
  (x, y) =>
    w0 * x + w1 * y + b > 0;

/** A layer is on where the sum of its weighted activations is above one half. */
export const layerDecides =
  (rows: Matrix, activation: Activation): Decide =>
  (x, y) =>
    rows.reduce((sum, [w0, w1, b, v]) => sum + v * curves[activation](w0 * x + w1 * y + b), 0) >
    0.5;

export interface Score {
  /** Of all points, from 0 to 1. */
  readonly share: number;
  /** Of the four clusters, those of which nearly all points are right. */
  readonly clusters: number;
}

/** A cluster counts as right from this share of its points on. */
const NEARLY_ALL = 0.95;

export function score(samples: readonly Sample[], decide: Decide): Score {
  const right = CENTRES.map(() => 0);
  for (const { x, y, on, cluster } of samples) if (decide(x, y) === on) right[cluster] += 1;
  return {
    share: right.reduce((a, b) => a + b, 0) / samples.length,
    clusters: right.filter((count) => count >= NEARLY_ALL * EACH).length,
  };
}
