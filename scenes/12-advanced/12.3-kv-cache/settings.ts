import type { Givens } from './model';

export const views = {
  head: 'one head, long contexts',
  text: 'a network that writes',
};

/** What a reader can change on the At scale tab. */
export interface ScaleGivens extends Givens {
  readonly view: keyof typeof views;
  readonly longest: number;
  readonly prompt: string;
  readonly seed: number;
}

/** Characters that are written when the picture opens, and in all. */
export const OPENS = 32;
export const WRITTEN = 240;
