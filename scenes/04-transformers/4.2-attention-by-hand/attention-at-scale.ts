import { SwitchedAtScale, type ScaleStage } from '../../../src/author';
import type { ScaleGivens } from './settings';

/** A head whose vectors are drawn, or one that was learned, over a text. */
export const attentionAtScale = (stage: ScaleStage<ScaleGivens>) =>
  new SwitchedAtScale(stage, ({ view }) => view, {
    tokens: async (on) => new (await import('./tokens-at-scale')).TokensAtScale(on),
    text: async (on) => new (await import('./text-at-scale')).TextAtScale(on),
  });
