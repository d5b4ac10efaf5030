import type { Matrix, Scale } from '../../../src/author';
import type { Filter } from './filters';
import type { Givens, Model } from './model';
import { PhotoAtScale } from './photo-at-scale';
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

export const scale: Scale<ScaleGivens, Model> = {
  intro:
    'The same sum of products at every pixel, for red, green and blue. Drag the divide to compare.',
  kernels: ['filter2d'],
  defaults: (adapter) => ({ size: adapter === 'hardware' ? 4 : 1 }),
  idle: ({ filter }) => (filter === 'own' ? [] : ['taps']),
  open: (stage) => Promise.resolve(new PhotoAtScale(stage)),
};
