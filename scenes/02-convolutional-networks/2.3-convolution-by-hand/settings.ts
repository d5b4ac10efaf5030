import type { Matrix } from '../../../src/author';
import type { Filter } from './filters';
import type { Givens } from './model';
import type { Source } from './pictures';

export const views = { photograph: 'photograph', digit: 'digit' } as const;

/** What a reader can change on the At scale tab. */
export interface ScaleGivens extends Givens {
  readonly view: keyof typeof views;
  readonly source: Source;
  readonly filter: Filter;
  /** Megapixels the picture is worked on at. */
  readonly size: number;
  /** The weights of the reader's own filter. */
  readonly taps: Matrix;
  /** The ink of every pixel of a digit, from 0 to 16. */
  readonly digit: Matrix;
}
