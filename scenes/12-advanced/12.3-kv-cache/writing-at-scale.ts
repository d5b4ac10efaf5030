import { TrainingAtScale, type Compute } from '../../../src/author';
import { SIZE, shippedTransformer } from '../../../src/learn/character-transformer';
import { loadWeights } from '../../../src/learn/weights';
import { OPENS, WRITTEN, type ScaleGivens } from './settings';
import { Writing } from './writing';
import { drawWriting } from './writing-frame';
import { describeWriting, sayWriting } from './writing-words';

/** A trained network that writes the reader's text on, with a cache and without. */
export class WritingAtScale extends TrainingAtScale<ScaleGivens, Writing> {
  protected override readonly waiting = 'The prompt is being read.';
  protected readonly say = sayWriting;
  protected readonly words = describeWriting;
  protected readonly chart = drawWriting;
  protected readonly details = `The network has ${SIZE.context} positions. When they are full, both go on from the last ${SIZE.context / 2} characters, and the cache is filled anew; that character is left out of its curve. Each time is the shortest of up to three, with the logits read back.`;

  protected async begin(work: Compute, values: ScaleGivens): Promise<Writing> {
    const weights = shippedTransformer(work, await loadWeights('transformer', true));
    return Writing.open(work, { size: SIZE, weights }, this.stage.clock, values);
  }

  duration(): number {
    return WRITTEN;
  }

  opensAt(): number {
    return OPENS;
  }
}
