import { HIDDEN } from '../../../src/learn/character-model';
import { readText, stacked } from '../../../src/learn/reading';
import {
  HeatPicture,
  type ScaleReport,
  type ScaleStage,
  type ScaleView,
} from '../../../src/author';
import { drawSurprise, gridOf } from './reading-frame';
import { describeSurprise, sayKept, saySurprise } from './reading-words';
import type { ScaleGivens } from './settings';
import { surpriseOf, type Shown } from './surprise';

/** A trained network reads the reader's text: its units, what it expects, what surprises it. */
export class ReadingAtScale implements ScaleView<ScaleGivens> {
  private readonly picture: HeatPicture<Shown>;

  constructor(private readonly stage: ScaleStage<ScaleGivens>) {
    this.picture = new HeatPicture(stage, { grid: gridOf, draw: drawSurprise });
  }

  async update({ text: written }: ScaleGivens, signal: AbortSignal): Promise<ScaleReport> {
    const { stage } = this;
    const { reading, agreement, elapsed } = await readText(stage, 'rnn', written, signal);
    const surprise = surpriseOf(reading);
    const { order, units } = surprise;
    const tensor = stage.compute.upload(stacked(order.map((unit) => units[unit])));
    await this.picture.show({ ...surprise, written, tensor });
    return {
      count: reading.text.length * HIDDEN,
      unit: 'states',
      ...{ elapsed, agreement },
      finding: saySurprise(surprise),
      details: sayKept(surprise),
    };
  }

  resize(): Promise<void> {
    return this.picture.paint();
  }

  describe(): string {
    const { shown } = this.picture;
    return shown ? describeSurprise(shown) : 'The text is being read.';
  }

  dispose(): void {
    this.picture.dispose();
  }
}
