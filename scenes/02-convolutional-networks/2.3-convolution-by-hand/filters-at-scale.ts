import { SwitchedAtScale, type ScaleStage } from '../../../src/author';
import { DigitAtScale } from './digit-at-scale';
import { PhotoAtScale } from './photo-at-scale';
import type { ScaleGivens } from './settings';

/** Filters on a photograph, or those of a network on a digit. */
export const filtersAtScale = (stage: ScaleStage<ScaleGivens>) =>
  new SwitchedAtScale(stage, ({ view }) => view, {
    photograph: (on) => new PhotoAtScale(on),
    digit: (on) => new DigitAtScale(on),
  });
