import type { Scale } from '../../../src/author';
import { AttentionAtScale } from './attention-at-scale';
import type { Model, ScaleGivens } from './model';

export const scale: Scale<ScaleGivens, Model> = {
  intro:
    'One head over a long text. The table of weights never exists in memory: what is in view is computed as you pan and zoom. The token vectors are drawn at random, not learned.',
  kernels: ['attention', 'attention_tile'],
  defaults: (adapter) => ({ length: adapter === 'hardware' ? 4096 : 1024 }),
  open: (stage) => Promise.resolve(new AttentionAtScale(stage)),
};
