import type { Givens } from './model';

export const views = { tokens: 'drawn vectors', text: 'a text of your own' };

/** What a reader can change on the At scale tab. */
export interface ScaleGivens extends Givens {
  readonly view: keyof typeof views;
  /** Tokens of the long text whose vectors are drawn. */
  readonly length: number;
  /** What the trained head reads, and which head it is. */
  readonly text: string;
  readonly layer: number;
  readonly head: number;
}
