import type { Scale } from '../../../src/author';
import type { Givens, Model } from './model';
import { SoftmaxAtScale } from './softmax-at-scale';

/** What a reader can change on the At scale tab, beside what is given by hand. */
export interface ScaleGivens extends Givens {
  readonly count: number;
  readonly tile: number;
  /** Standard deviation of the scores, which are drawn from a normal distribution. */
  readonly spread: number;
}

export const scale: Scale<ScaleGivens, Model> = {
  intro:
    'Every tile of scores leaves its m and l, and a tree merges them, 16 into 1. Raise the spread: a naive sum overflows once a score passes 88.7. Play walks the tiles of flash attention.',
  kernels: ['online_softmax', 'online_softmax_merge', 'naive_softmax', 'sum_groups'],
  defaults: (adapter) => ({ count: adapter === 'hardware' ? 2 ** 22 : 2 ** 20 }),
  open: (stage) => Promise.resolve(new SoftmaxAtScale(stage)),
};
