import type { Givens } from './model';

/** The heads of the trained transformer, which the page counts from 1. */
export const LAYERS = 3;
export const HEADS = 4;

/** What a reader can change on the At scale tab. */
export interface ScaleGivens extends Givens {
  readonly text: string;
  /** The head that is large. */
  readonly layer: number;
  readonly head: number;
}
