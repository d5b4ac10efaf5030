import { TrainingAtScale, type ScaleDrawing, type ScaleFrame } from '../../../src/author';
import { drawRecall } from './recall-frame';
import { openRace, type RecallRace } from './recall-race';
import { describeRecall, detailRecall, sayRecall } from './recall-words';
import { OPENS, STEPS, type ScaleGivens } from './settings';

/** Plain networks and LSTMs that learn to recall a symbol, trained side by side. */
export class RecallAtScale extends TrainingAtScale<ScaleGivens, RecallRace> {
  protected readonly details = detailRecall;
  protected readonly begin = openRace;
  protected readonly say = sayRecall;
  protected readonly words = describeRecall;

  duration(): number {
    return STEPS;
  }

  opensAt(): number {
    return OPENS;
  }

  protected chart(race: RecallRace, step: number, frame: ScaleFrame): ScaleDrawing {
    return { content: drawRecall(race, step, frame) };
  }
}
