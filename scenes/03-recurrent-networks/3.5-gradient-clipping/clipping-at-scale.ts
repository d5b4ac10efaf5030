import {
  SwitchedAtScale,
  TrainingAtScale,
  type ScaleDrawing,
  type ScaleFrame,
  type ScaleStage,
} from '../../../src/author';
import { CliffAtScale } from './cliff-at-scale';
import { drawClipping } from './clipping-frame';
import { openRace, type ClippingRace } from './clipping-race';
import { describeClipping, detailClipping, sayClipping } from './clipping-words';
import { LAST, OPENS, type ScaleGivens } from './settings';

/** One network in training with its gradients clipped, and without. */
class Trainings extends TrainingAtScale<ScaleGivens, ClippingRace> {
  protected readonly details = detailClipping;
  protected readonly begin = openRace;
  protected readonly say = sayClipping;
  protected readonly words = describeClipping;

  duration(): number {
    return LAST;
  }

  opensAt(): number {
    return OPENS;
  }

  protected chart(race: ClippingRace, step: number, frame: ScaleFrame): ScaleDrawing {
    return { content: drawClipping(race, step, frame) };
  }
}

/** Trainings with clipping and without, or descents on a cliff. */
export const clippingAtScale = (stage: ScaleStage<ScaleGivens>) =>
  new SwitchedAtScale(stage, ({ view }) => view, {
    cliff: (on) => CliffAtScale.open(on),
    training: (on) => new Trainings(on),
  });
