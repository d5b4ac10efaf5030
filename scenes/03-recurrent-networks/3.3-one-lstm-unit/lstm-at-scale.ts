import { SwitchedAtScale, type ScaleStage } from '../../../src/author';
import { GatesAtScale } from './gates-at-scale';
import { MemoryAtScale } from './memory-at-scale';
import type { ScaleGivens } from './settings';

/** A trained network over a text, or units that keep a pulse. */
export const lstmAtScale = (stage: ScaleStage<ScaleGivens>) =>
  new SwitchedAtScale(stage, ({ picture }) => picture, {
    text: (on) => new GatesAtScale(on),
    pulse: (on) => new MemoryAtScale(on),
  });
