import type { Compute } from '../compute/compute';
import { ScalePicture, type ScaleDrawing, type ScaleFrame } from '../stage/scale-picture';
import type { ScaleReport, ScaleStage, ScaleView } from './contract';

/** A training that keeps what it shows of every step: `RecordedRun` of src/learn is one. */
export interface LiveRun {
  /** The last step that it kept. It may have ended before the one that was asked for. */
  readonly step: number;
  readonly broken?: unknown;
  goTo(step: number, signal?: AbortSignal): Promise<void>;
}

/** Trainings side by side, what they were opened for, and how near their first steps are to the twin. */
export interface Race {
  readonly runs: readonly LiveRun[];
  readonly agreement: ScaleReport['agreement'];
  /** How much one step of all computes, and in what. */
  readonly each: number;
  readonly unit: string;
}

/** Steps between two pictures on the way to a later tick. */
const PIECE = 4;

/** Steps between two words of progress before the first picture. */
const OPENING_PIECE = 20;

/**
 * A program at scale that trains before the reader's eyes. It has taken `opens` steps when its first
 * picture stands; its clock goes over all steps, and what it comes to first is trained on the way.
 * Going back shows what was kept. A picture depends on the givens and the step alone.
 */
export abstract class TrainingAtScale<Values, R extends Race> implements ScaleView<Values> {
  private readonly picture: ScalePicture;
  private live: { readonly race: R; readonly signal: AbortSignal } | undefined;
  private step = 0;
  private more = false;

  /** What is said of the picture while there is none. */
  protected readonly waiting: string = 'The networks are being trained.';

  constructor(protected readonly stage: ScaleStage<Values>) {
    this.picture = new ScalePicture(stage, (frame) =>
      this.live ? this.chart(this.live.race, this.step, frame) : undefined,
    );
  }

  /** Puts the trainings together and compares their first steps; none is taken yet. */
  protected abstract begin(work: Compute, values: Values): Promise<R>;

  protected abstract chart(race: R, step: number, frame: ScaleFrame): ScaleDrawing;

  /** What was found by a step, in one sentence. */
  protected abstract say(race: R, step: number): string;

  /** The chart in words. */
  protected abstract words(race: R, step: number): string;

  protected abstract readonly details: string;

  abstract duration(values: Values): number;

  abstract opensAt(values: Values): number;

  async update(values: Values, signal: AbortSignal): Promise<ScaleReport> {
    const { stage } = this;
    // What is trained here goes on after this call, until the signal says that it is not wanted.
    const race = await this.begin(stage.compute.scope(signal), values);
    const opens = this.opensAt(values);
    const started = stage.clock.now();
    for (let step = OPENING_PIECE; step < opens + OPENING_PIECE; step += OPENING_PIECE) {
      await goTo(race, Math.min(step, opens), signal);
      signal.throwIfAborted();
      stage.progress(Math.min(1, step / opens));
    }
    const elapsed = stage.clock.now() - started;
    this.live = { race, signal };
    this.step = opens;
    const { agreement, each, unit } = race;
    const finding = this.say(race, opens);
    return { count: each * opens, unit, elapsed, agreement, finding, details: this.details };
  }

  async draw(t: number): Promise<void> {
    const { live } = this;
    if (!live) return;
    const wanted = Math.floor(t);
    const { race, signal } = live;
    const going = race.runs.filter(({ broken }) => !broken);
    const next = Math.min(wanted, ...going.map(({ step }) => step + PIECE));
    if (!signal.aborted) {
      await goTo(race, next, signal).catch((error: unknown) => {
        // Something else is wanted by now: what was kept can be looked at until it comes.
        if (!signal.aborted) throw error;
      });
    }
    this.step = next;
    await this.picture.paint();
    this.more = next < wanted && !signal.aborted;
  }

  ahead(): boolean {
    return this.more;
  }

  finding(): string {
    return this.live ? this.say(this.live.race, this.step) : '';
  }

  resize(): Promise<void> {
    return this.picture.paint();
  }

  describe(): string {
    return this.live ? this.words(this.live.race, this.step) : this.waiting;
  }

  dispose(): void {
    this.live = undefined;
    this.picture.dispose();
  }
}

const goTo = async ({ runs }: Race, step: number, signal: AbortSignal): Promise<void> => {
  await Promise.all(runs.map((run) => run.goTo(step, signal)));
};
