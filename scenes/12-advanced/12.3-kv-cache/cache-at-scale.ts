import { SwitchedAtScale, type ScaleStage } from '../../../src/author';
import { DecodingAtScale } from './decoding-at-scale';
import type { ScaleGivens } from './settings';
import { WritingAtScale } from './writing-at-scale';

/** One head at growing contexts, or a network that writes. */
export const cacheAtScale = (stage: ScaleStage<ScaleGivens>) =>
  new SwitchedAtScale(stage, ({ view }) => view, {
    head: (on) => new DecodingAtScale(on),
    text: (on) => new WritingAtScale(on),
  });
