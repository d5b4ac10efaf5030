import { HIDDEN } from '../../../src/learn/character-model';
import { readText, stacked } from '../../../src/learn/reading';
import {
  HeatPicture,
  type ScaleReport,
  type ScaleStage,
  type ScaleView,
} from '../../../src/author';
import { drawGates, gridOf } from './gates-frame';
import { describeKept, sayKept } from './gates-words';
import { keptIn, ranked, type Chosen, type Kept, type Shown } from './keepers';
import type { ScaleGivens } from './settings';

/** A trained network reads the reader's text: its cells, the gates that made them, what they keep. */
export class GatesAtScale implements ScaleView<ScaleGivens> {
  private readonly picture: HeatPicture<Shown>;
  /** What was said of the text that stands. */
  private report: ScaleReport | undefined;

  constructor(private readonly stage: ScaleStage<ScaleGivens>) {
    this.picture = new HeatPicture(stage, {
      grid: gridOf,
      draw: drawGates,
      press: ({ row }) => {
        const unit = this.picture.shown?.order[row];
        if (unit !== undefined) stage.edit({ keeps: 'own', unit: unit + 1 }, true);
      },
    });
  }

  async update(values: ScaleGivens, signal: AbortSignal): Promise<ScaleReport> {
    const { shown } = this.picture;
    if (!this.report || shown?.written !== values.text) return this.read(values, signal);
    this.picture.restate({ ...shown, chosen: chosenOf(values, shown) });
    return this.report;
  }

  resize(): Promise<void> {
    return this.picture.paint();
  }

  describe(): string {
    const { shown } = this.picture;
    return shown ? describeKept(shown) : 'The text is being read.';
  }

  dispose(): void {
    this.picture.dispose();
  }

  private async read(values: ScaleGivens, signal: AbortSignal): Promise<ScaleReport> {
    const { stage } = this;
    const { reading, agreement, elapsed } = await readText(stage, 'lstm', values.text, signal);
    const kept = keptIn(reading);
    const maps = [kept.cells, ...kept.gates].flatMap((map) => kept.order.map((unit) => map[unit]));
    await this.picture.show({
      ...kept,
      written: values.text,
      chosen: chosenOf(values, kept),
      tensor: stage.compute.upload(stacked(maps)),
    });
    this.report = {
      count: reading.text.length * HIDDEN,
      unit: 'steps of units',
      ...{ elapsed, agreement },
      finding: sayKept(kept),
    };
    return this.report;
  }
}

/** The unit that is asked for. */
function chosenOf({ keeps, unit }: ScaleGivens, kept: Kept): Chosen {
  if (keeps === 'own') return { unit: unit - 1 };
  const keeper =
    keeps === 'best' ? ranked(kept)[0] : kept.keepers.find(({ property }) => property === keeps)!;
  return { unit: keeper.unit, keeper };
}
