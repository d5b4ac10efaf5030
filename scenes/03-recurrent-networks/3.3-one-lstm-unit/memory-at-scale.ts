import {
  HeatPicture,
  type ScaleReport,
  type ScaleStage,
  type ScaleView,
  type Tensor,
} from '../../../src/author';
import { memoryOf, ROWS, type Memory } from './memory';
import { drawMemory, plotOf } from './memory-frame';
import { describeMemory, sayMemory } from './memory-words';
import { checkSteps, drive, unitsOf } from './pulse';
import { GATES_AT_REST } from './pulse-settings';
import type { ScaleGivens } from './settings';
import './memory.css';

/** How much of a pulse is left over (forget gate at rest, steps), beside what fᵗ says. */
export class MemoryAtScale implements ScaleView<ScaleGivens> {
  private readonly picture: HeatPicture<Memory & { readonly tensor: Tensor }>;

  constructor(private readonly stage: ScaleStage<ScaleGivens>) {
    this.picture = new HeatPicture(stage, {
      grid: (shown, frame) => ({
        box: plotOf(shown, frame).area,
        columns: GATES_AT_REST,
        rows: ROWS,
      }),
      draw: (shown, pointed, frame) => {
        const data = stage.compute.gpu ? shown.tensor : shown.shares;
        return drawMemory(shown, data, pointed, frame);
      },
    });
  }

  async update(values: ScaleGivens, signal: AbortSignal): Promise<ScaleReport> {
    const { stage } = this;
    const work = stage.compute.scope(signal);
    try {
      const started = stage.clock.now();
      const run = await drive(work, values, (share) => stage.progress(share), signal);
      const elapsed = stage.clock.now() - started;
      const agreement = await checkSteps(work, run);
      const memory = memoryOf(await work.read(run.cells), run.sizes);
      signal.throwIfAborted();
      await this.picture.show({ ...memory, tensor: stage.compute.upload(memory.shares) });
      return {
        count: 2 * unitsOf(values) * values.steps,
        unit: 'steps of units',
        elapsed,
        agreement,
        finding: sayMemory(memory),
      };
    } finally {
      work.release();
    }
  }

  resize(): Promise<void> {
    return this.picture.paint();
  }

  describe(): string {
    const { shown } = this.picture;
    return shown ? describeMemory(shown) : 'The units are on their way.';
  }

  dispose(): void {
    this.picture.dispose();
  }
}
