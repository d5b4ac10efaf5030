import type { Compute } from '../compute/compute';
import type { Values } from '../state/params';
import type { Clock } from '../stage/clock';
import { LiveStage } from '../stage/live-stage';
import type { Scale, ScaleReport, ScaleView } from './contract';

/** What a program asks of the page around it. */
export interface ProgramEvents {
  progress(fraction: number): void;
  /** What it was handed beside the givens is another: update again. */
  again(): void;
  edit(changes: Values, commit: boolean): void;
  /** A picture was drawn, or could not be. */
  drawn(error?: unknown): void;
  /** The present tick of the program's own clock. */
  tick(): number;
  /** What was wanted is computed up to this tick: the clock stands there now. */
  opened(tick: number): void;
}

/** A program at scale on one device: imported when it is first wanted, its pictures drawn in turn. */
export class ScaleProgram {
  private view: ScaleView<Values> | undefined;
  /** The view on its way: several changes may wait for one opening. */
  private opening: Promise<ScaleView<Values>> | undefined;
  private stage: LiveStage<Values> | undefined;
  private drawing: Promise<void> | undefined;
  private stale = false;
  /** Whether the picture was drawn for the room it has. */
  private fits = true;
  private closed = false;

  constructor(
    private readonly scale: Scale,
    readonly compute: Compute & { close(): void },
    private readonly root: HTMLElement,
    private readonly clock: Clock,
    private readonly events: ProgramEvents,
  ) {}

  /** Computes and draws for these givens, and reports once the picture stands. */
  async update(values: Values, signal: AbortSignal): Promise<ScaleReport> {
    this.view = await this.open();
    signal.throwIfAborted();
    const report = await this.view.update(values, signal);
    signal.throwIfAborted();
    const opensAt = this.view.opensAt?.(values);
    if (opensAt !== undefined) this.events.opened(opensAt);
    await this.drawTick();
    signal.throwIfAborted();
    return report;
  }

  /** Length of the program's own clock in ticks; 0 when it has none. */
  duration(values: Values): number {
    return this.view?.duration?.(values) ?? 0;
  }

  describe(): string {
    return this.view?.describe() ?? '';
  }

  /** What was found by the tick that stands, where that differs from tick to tick. */
  finding(): string | undefined {
    return this.view?.finding?.();
  }

  /** Whether a live run has not come as far as was wanted. */
  get ahead(): boolean {
    return this.view?.ahead?.() ?? false;
  }

  /** Whether a picture is on its way. */
  get busy(): boolean {
    return this.drawing !== undefined;
  }

  /** Draws anew if the picture's room is no longer the one it was drawn for. */
  fit(): void {
    if (this.stage?.measure()) this.resize();
  }

  /** Draws the present tick and says when it is drawn. */
  redraw(): void {
    this.drawTick().then(
      () => this.events.drawn(),
      (error: unknown) => {
        // A picture that goes away while it is drawn needs no word.
        if (!this.closed) this.events.drawn(error);
      },
    );
  }

  close(): void {
    this.closed = true;
    this.view?.dispose();
    this.stage?.dispose();
    this.compute.close();
    this.root.replaceChildren();
  }

  private async open(): Promise<ScaleView<Values>> {
    this.opening ??= this.scale.open(this.stageOf()).catch((error: unknown) => {
      // A program that did not arrive is asked for again at the next change.
      this.opening = undefined;
      throw error;
    });
    return this.opening;
  }

  private stageOf() {
    this.stage ??= new LiveStage<Values>(this.root, {
      changed: () => this.resize(),
      point: () => undefined,
      edit: (changes, commit) => this.events.edit(changes as Values, commit),
    });
    return Object.assign(this.stage, {
      compute: this.compute,
      clock: this.clock,
      progress: (fraction: number) => this.events.progress(fraction),
      again: () => this.events.again(),
    });
  }

  private resize(): void {
    this.fits = false;
    this.redraw();
  }

  /** While one tick is being drawn, only the latest asked for waits. */
  private async drawTick(): Promise<void> {
    this.stale = true;
    this.drawing ??= this.drawLatest().finally(() => (this.drawing = undefined));
    await this.drawing;
  }

  private async drawLatest(): Promise<void> {
    while (this.stale) {
      this.stale = false;
      if (!this.fits) {
        this.fits = true;
        await this.view?.resize();
      }
      await this.view?.draw?.(this.events.tick());
      if (this.closed || !this.ahead) continue;
      // Whoever listens sees how far it has come, and may have asked for another tick meanwhile.
      this.events.drawn();
      this.stale = true;
    }
  }
}
