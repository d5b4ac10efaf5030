import type { Agreement, Compute, Loss } from '../compute/compute';
import { DEVICE_BACK } from '../compute/device';
import { openCompute } from '../compute/open';
import type { Clock } from '../stage/clock';
import type { DeviceChoice } from '../state/link';
import { agreementOf } from './agreement';
import { dataOf } from './data';
import { rowsOf, type Edit } from './edits';
import { Run, type Look } from './run';
import type { Settings } from './settings';

/** Milliseconds of training between two pictures, where it goes as fast as it can. */
const SLICE = 12;
/** Below so many a slice is the time of its requests, not of its steps. */
const LEAST_STEPS = 16;
const MOST_STEPS = 4096;

/** Steps between two pictures; the fastest takes as many as there is time for. */
export const paces = { slow: 1, steady: 10, fast: undefined } as const;
export type Pace = keyof typeof paces;

/** Plays a run: pictures between short pieces of training, one task after the other. */
export class Player {
  run: Run | undefined;
  look: Look | undefined;
  playing = false;
  pace: Pace = 'steady';
  /** How near the device that runs is to float64; nothing until that is known. */
  agreement: Agreement | undefined;
  /** What ended everything, if anything did. */
  failure: unknown;
  /** A sentence about the device, where there is one to say. */
  notice = '';
  /** Something was asked for that is not drawn yet. */
  pending = 0;
  private opened:
    { readonly wanted: DeviceChoice; readonly compute: Compute & { close(): void } } | undefined;
  private scope: (Compute & { release(): void }) | undefined;
  /** What was opened last, to be opened again when a device is lost. */
  private asked: { readonly settings: Settings; readonly wanted: DeviceChoice } | undefined;
  private tasks: Promise<void> = Promise.resolve();
  private stop = new AbortController();
  private steps = LEAST_STEPS;

  constructor(
    private readonly clock: Clock,
    private readonly changed: () => void,
  ) {}

  get device(): DeviceChoice {
    return this.opened?.compute.device ?? 'cpu';
  }

  /** Begins a run anew, in place of the one that is; of many that wait the last one. */
  open(settings: Settings, wanted: DeviceChoice, step: number): Promise<void> {
    const { signal } = this.interrupt();
    this.asked = { settings, wanted };
    return this.queue(async () => {
      if (signal.aborted) return;
      const compute = await this.computeFor(wanted);
      const split = dataOf(settings);
      this.scope?.release();
      this.scope = compute.scope();
      this.agreement = undefined;
      this.run = await Run.open(this.scope, settings, split);
      await this.run.goTo(step, signal);
      await this.draw();
      this.changed();
      if (!signal.aborted) this.agreement = await agreementOf(this.scope, settings, split);
    });
  }

  toggle(): void {
    if (this.playing) this.interrupt();
    else if (!this.run?.broken) {
      this.playing = true;
      void this.play();
    }
    this.changed();
  }

  /** Goes to a step, and rests there. */
  async goTo(step: number): Promise<void> {
    const { signal } = this.interrupt();
    await this.queue(async () => {
      if (!this.run) return;
      await this.run.goTo(Math.max(0, step), signal);
      await this.draw();
    });
  }

  stepBy(steps: number): Promise<void> {
    this.interrupt();
    // Where the run stands is known once what goes on has ended.
    return this.queue(async () => {
      if (!this.run) return;
      await this.run.goTo(Math.max(0, this.run.step + steps));
      await this.draw();
    });
  }

  /** Sets a weight by hand; returns all that are set. */
  async set(edit: Omit<Edit, 'step'>): Promise<readonly Edit[]> {
    this.interrupt();
    let edits: readonly Edit[] = [];
    await this.queue(async () => {
      if (!this.run) return;
      edits = await this.run.set(edit);
      if (this.asked) {
        const settings = { ...this.asked.settings, edits: rowsOf(edits) };
        this.asked = { ...this.asked, settings };
      }
      await this.draw();
    });
    return edits;
  }

  /** Nothing of it is left: its workers end too. */
  dispose(): void {
    this.interrupt();
    this.scope?.release();
    this.opened?.compute.close();
    this.opened = undefined;
  }

  private interrupt(): AbortController {
    this.playing = false;
    this.stop.abort();
    return (this.stop = new AbortController());
  }

  private async play(): Promise<void> {
    const { signal } = this.stop;
    while (!signal.aborted) {
      await this.queue(() => this.slice(signal));
      await new Promise<void>((resolve) => this.clock.frame(() => resolve()));
    }
  }

  private async slice(signal: AbortSignal): Promise<void> {
    const { run } = this;
    if (!run || signal.aborted) return;
    const before = this.clock.now();
    await run.goTo(run.step + (paces[this.pace] ?? this.steps), signal);
    const took = Math.max(this.clock.now() - before, 0.1);
    if (this.pace === 'fast') {
      // Doubled at most: one lucky slice must not hold the page up with the next.
      const fits = this.steps * Math.min(2, SLICE / took);
      this.steps = Math.max(LEAST_STEPS, Math.min(MOST_STEPS, Math.round(fits)));
    }
    await this.draw();
    if (run.broken) this.interrupt();
  }

  private async draw(): Promise<void> {
    this.look = await this.run?.look();
  }

  private queue(task: () => Promise<void>): Promise<void> {
    this.pending += 1;
    this.tasks = this.tasks
      .then(task)
      .then(
        () => (this.failure = undefined),
        (error: unknown) => {
          this.playing = false;
          this.failure = error;
        },
      )
      .then(() => {
        this.pending -= 1;
        this.changed();
      });
    return this.tasks;
  }

  private async computeFor(wanted: DeviceChoice): Promise<Compute> {
    if (this.opened?.wanted === wanted) return this.opened.compute;
    this.scope?.release();
    this.scope = undefined;
    this.opened?.compute.close();
    const { compute, reason } = await openCompute(wanted);
    this.opened = { wanted, compute };
    this.notice = reason?.sentence ?? '';
    void compute.lost.then((loss) => {
      if (this.opened?.compute === compute) void this.goOn(loss);
    });
    return compute;
  }

  /** The device went away: it is asked for again, else the CPU, and the run goes on where it was seen last. */
  private async goOn({ sentence, again }: Loss): Promise<void> {
    const { asked, playing, look } = this;
    if (!asked) return;
    this.scope?.release();
    this.opened?.compute.close();
    this.scope = this.opened = undefined;
    await this.open(asked.settings, again ? asked.wanted : 'cpu', look?.score.step ?? 0);
    if (this.failure !== undefined) return;
    const back = this.device === 'gpu' ? DEVICE_BACK : `${sentence} The CPU goes on.`;
    this.notice = `${back} The training goes on after step ${this.run?.step ?? 0}.`;
    if (playing && !this.playing) this.toggle();
    this.changed();
  }
}
