import type { Scale } from '../../../src/author';
import { AttentionAtScale } from './attention-at-scale';
import type { Givens, Model } from './model';

/** What a reader can change on the At scale tab. */
export interface ScaleGivens extends Givens {
  readonly length: number;
}

export const scale: Scale<ScaleGivens, Model> = {
  intro:
    'One head, up to 8,192 tokens. The table of all weights never exists in memory: each row is summed up in one pass, and the weights in view are computed as you pan and zoom. The token vectors are drawn, not learned.',
  kernels: ['attention', 'attention_tile'],
  defaults: (adapter) => ({ length: adapter === 'hardware' ? 4096 : 1024 }),
  open: (stage) => Promise.resolve(new AttentionAtScale(stage)),
};
