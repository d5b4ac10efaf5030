import {
  Crosshair,
  ScalePicture,
  type HeatGrid,
  type ScaleDrawing,
  type ScaleFrame,
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
  private readonly picture: ScalePicture;
  private readonly crosshair: Crosshair;
  /** What is shown, and the tensor it is painted from. */
  private shown: (Memory & { readonly tensor: Tensor }) | undefined;
  private grid: HeatGrid | undefined;

  constructor(private readonly stage: ScaleStage<ScaleGivens>) {
    this.picture = new ScalePicture(stage, (frame) => this.drawing(frame));
    this.crosshair = new Crosshair(this.picture, stage.root, () => this.grid);
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
      this.shown?.tensor.release();
      this.shown = { ...memory, tensor: stage.compute.upload(memory.shares) };
      await this.picture.paint();
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
    return this.shown ? describeMemory(this.shown) : 'The units are on their way.';
  }

  dispose(): void {
    this.crosshair.dispose();
    this.shown?.tensor.release();
    this.shown = undefined;
    this.picture.dispose();
  }

  private drawing(frame: ScaleFrame): ScaleDrawing | undefined {
    const { shown, stage, crosshair } = this;
    if (!shown) return undefined;
    this.grid = { box: plotOf(shown, frame).area, columns: GATES_AT_REST, rows: ROWS };
    crosshair.keep();
    const data = stage.compute.gpu ? shown.tensor : shown.shares;
    return drawMemory(shown, data, { cell: crosshair.cell, lines: crosshair.draw() }, frame);
  }
}
