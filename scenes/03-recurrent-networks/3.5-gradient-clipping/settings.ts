import type { Givens } from './model';

/** What a reader can change on the At scale tab, and the givens by hand, which do not count there. */
export interface ScaleGivens extends Givens {
  readonly view: keyof typeof views;
  readonly limit: number;
  /** Of the network that is trained. */
  readonly rate: number;
  readonly seed: number;
  /** Of the descents on the cliff. */
  readonly lr: number;
  readonly w: number;
  readonly b: number;
  readonly side: number;
}

export const views = {
  training: 'a network in training',
  cliff: 'the cliff of one unit',
} as const;

/** The part of the plane of both weights that is looked at. */
export const SQUARE = { left: 1, right: 8, bottom: -4, top: 1 } as const;

/** The network: one unit, from this state, over so many steps of time; this state is wanted. */
export const NETWORK = { start: 0.5, horizon: 50, wanted: 0.7 } as const;

/** Steps of descent, and how many descents are counted. */
export const STEPS = 100;
export const DESCENTS = 1024;
/** A descent that ends below this loss has reached the valley. */
export const VALLEY = 0.01;

/** The network that is trained: its units, and the sequences of its one batch. */
export const [HIDDEN, BATCH, LENGTH] = [32, 32, 30];
/** Spectral radius of its recurrent weights at first, nearly: above 1, gradients grow on their way. */
export const RADIUS = 1.5;
/** Steps that are trained before the picture opens, and as many as there are. */
export const OPENS = 60;
export const LAST = 160;
