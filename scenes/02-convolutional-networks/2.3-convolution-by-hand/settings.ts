import type { Matrix } from '../../../src/author';
import type { Filter } from './filters';
import type { Givens } from './model';
import type { Source } from './pictures';

/** What a reader can change on the At scale tab. */
export interface ScaleGivens extends Givens {
  readonly source: Source;
  readonly filter: Filter;
  /** Megapixels the picture is worked on at. */
  readonly size: number;
  /** The weights of the reader's own filter. */
  readonly taps: Matrix;
}
