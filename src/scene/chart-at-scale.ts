import type { Compute } from '../compute/compute';
import { ScalePicture, type ScaleDrawing, type ScaleFrame } from '../stage/scale-picture';
import type { ScaleReport, ScaleStage, ScaleView } from './contract';

/** What a program came to for some givens, and what it reports of it. */
export interface Computed<Found> {
  readonly found: Found;
  readonly report: ScaleReport;
}

/** How a long computation tells how far it has come, and hears that it is not wanted any more. */
export interface Watched {
  progress(share: number): void;
  readonly signal: AbortSignal;
}

/**
 * A program at scale that computes once for its givens and draws a chart of what it found: nothing in it
 * is painted by a device or pointed at. Its tensors go when it has found something.
 */
export abstract class ChartAtScale<Values, Found> implements ScaleView<Values> {
  protected readonly picture: ScalePicture;
  private found: Found | undefined;

  constructor(protected readonly stage: ScaleStage<Values>) {
    this.picture = new ScalePicture(stage, (frame) =>
      this.found === undefined ? undefined : this.chart(this.found, frame),
    );
  }

  /** What is said of the picture while there is none. */
  protected abstract readonly waiting: string;

  /** Computes in a scope of its own. */
  protected abstract compute(
    work: Compute,
    values: Values,
    watched: Watched,
  ): Promise<Computed<Found>>;

  protected abstract chart(found: Found, frame: ScaleFrame): ScaleDrawing;

  /** The chart in words. */
  protected abstract words(found: Found): string;

  /** What this gives, and how many milliseconds it took. */
  protected async timed<T>(run: () => Promise<T>): Promise<readonly [T, number]> {
    const { clock } = this.stage;
    const started = clock.now();
    const result = await run();
    return [result, clock.now() - started];
  }

  async update(values: Values, signal: AbortSignal): Promise<ScaleReport> {
    const { stage } = this;
    const work = stage.compute.scope(signal);
    try {
      const progress = (share: number): void => stage.progress(share);
      const { found, report } = await this.compute(work, values, { progress, signal });
      signal.throwIfAborted();
      this.found = found;
      await this.picture.paint();
      return report;
    } finally {
      work.release();
    }
  }

  resize(): Promise<void> {
    return this.picture.paint();
  }

  describe(): string {
    return this.found === undefined ? this.waiting : this.words(this.found);
  }

  dispose(): void {
    this.found = undefined;
    this.picture.dispose();
  }
}
