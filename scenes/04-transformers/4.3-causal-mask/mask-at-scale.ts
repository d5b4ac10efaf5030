import { TrainingAtScale, type ScaleDrawing, type ScaleFrame } from '../../../src/author';
import { drawPair } from './mask-frame';
import { describePair, detailPair, sayPair } from './mask-words';
import { openPair, type Pair } from './peeking';
import { STEPS, type ScaleGivens } from './settings';

/** Two transformers that learn to continue a text, with the causal mask and without it. */
export class MaskAtScale extends TrainingAtScale<ScaleGivens, Pair> {
  protected readonly details = detailPair;
  protected readonly begin = openPair;
  protected readonly say = sayPair;
  protected readonly words = describePair;

  duration(): number {
    return STEPS;
  }

  opensAt({ first }: ScaleGivens): number {
    return first;
  }

  protected chart(pair: Pair, step: number, frame: ScaleFrame): ScaleDrawing {
    return drawPair(pair, step, frame);
  }
}
