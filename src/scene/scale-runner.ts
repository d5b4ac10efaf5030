import { openCompute, type Opened as OpenedCompute } from '../compute/open';
import type { PageStorage } from '../state/storage';
import type { DeviceChoice } from '../state/link';
import { sameValues, type Values } from '../state/params';
import type { Clock } from '../stage/clock';
import { LiveStage } from '../stage/live-stage';
import type { Scale, ScaleReport, ScaleStage, ScaleView } from './contract';
import { Player } from './player';
import type { Session } from './session';

/** Where a program at scale stands. */
export interface ScaleStatus {
  readonly state: 'idle' | 'opening' | 'running' | 'done' | 'failed';
  /** From 0 to 1 while running. */
  readonly progress: number;
  readonly report?: ScaleReport;
  /** Why it failed, in a sentence; the last good picture stays. */
  readonly message?: string;
  /** What is really running. */
  readonly device: DeviceChoice;
  readonly deviceName: string;
  /** Why the device is not the one that was asked for. */
  readonly why?: string;
}

/**
 * Runs one exercise's program at scale: opens the device the reader asked for, runs the program for
 * the present givens (the latest wins), and goes on with the CPU when a device is lost.
 */
export class ScaleRunner {
  status: ScaleStatus = { state: 'idle', progress: 0, device: 'cpu', deviceName: 'CPU' };
  /** Time of the scale tab's own clock, in its ticks. */
  t = 0;
  readonly player: Player;
  private readonly listeners = new Set<() => void>();
  private readonly unsubscribe: () => void;
  private opened?: Opened;
  /** What the running or finished update was for. */
  private running?: { values: Values; abort: AbortController };
  private openedFor: DeviceChoice | undefined | 'nothing' = 'nothing';
  private generation = 0;
  /** Sizes follow the first device opened and then stay, so that devices can be compared. */
  private sized = false;
  private drawing: Promise<void> | undefined;
  private stale = false;
  /** Whether the picture was drawn for the room it has. */
  private fits = true;

  constructor(
    private readonly session: Session,
    private readonly root: HTMLElement,
    private readonly clock: Clock,
    /** Remembers which form of a kernel is the quickest on a device. */
    storage: PageStorage,
    private readonly open: OpenDevice = (wanted) =>
      openCompute(wanted, { now: () => clock.now(), memory: storage }),
  ) {
    this.player = new Player(
      clock,
      { time: () => this.t, end: () => this.duration, seek: (t) => this.seek(t) },
      24,
    );
    this.unsubscribe = session.subscribe(() => this.follow());
    this.follow();
  }

  /** Length of the program's own clock in ticks; 0 when it has none. */
  get duration(): number {
    return this.opened?.view?.duration?.(this.session.snapshot.values) ?? 0;
  }

  subscribe(changed: () => void): () => void {
    this.listeners.add(changed);
    return () => this.listeners.delete(changed);
  }

  seek(t: number): void {
    this.t = Math.min(this.duration, Math.max(0, t));
    this.redraw();
    this.tell({});
  }

  /** Whether the picture is that of the present givens and time. */
  get atRest(): boolean {
    const { state } = this.status;
    return (state === 'done' || state === 'failed') && !this.drawing;
  }

  /** Draws anew if the picture's room is no longer the one it was drawn for. */
  fit(): void {
    if (this.opened?.stage?.measure()) this.resize();
  }

  describe(): string {
    return this.opened?.view?.describe() ?? '';
  }

  dispose(): void {
    this.generation += 1;
    this.player.pause();
    this.unsubscribe();
    this.close();
    this.listeners.clear();
  }

  private get scale(): Scale<Values, unknown> | undefined {
    return this.session.scene.scale;
  }

  /** Brings device and picture up to what the session shows. */
  private follow(): void {
    const { tab, device } = this.session.snapshot;
    if (device !== this.openedFor) void this.reopen(device);
    else if (tab === 'scale') void this.update();
  }

  private async reopen(device: DeviceChoice | undefined): Promise<void> {
    this.openedFor = device;
    const generation = this.beginOpening();
    await this.adopt(generation, await this.open(device));
  }

  /** The device went away: it is asked for again, and until it is back the CPU goes on. */
  private async onLost(lost: number, sentence: string): Promise<void> {
    if (lost !== this.generation) return;
    const generation = this.beginOpening();
    const again = await this.open(this.session.snapshot.device);
    const back = again.compute.device === 'gpu';
    await this.adopt(generation, again, back ? BACK : sentence);
  }

  /** Closes what runs; what is opened for an older generation is no longer wanted. */
  private beginOpening(): number {
    this.close();
    this.tell({ state: 'opening', progress: 0, message: undefined, report: undefined });
    return (this.generation += 1);
  }

  private async adopt(
    generation: number,
    { compute, reason }: OpenedCompute,
    why = reason?.sentence,
  ): Promise<void> {
    if (generation !== this.generation) return compute.close();
    this.opened = { compute };
    if (!this.sized) this.session.rebase((this.scale?.defaults?.(compute.adapter) ?? {}) as Values);
    this.sized = true;
    this.tell({ state: 'idle', device: compute.device, deviceName: compute.name, why });
    void compute.lost.then((sentence) => this.onLost(generation, sentence));
    if (this.session.snapshot.tab === 'scale') await this.update();
  }

  private async update(): Promise<void> {
    const { scale, opened, session } = this;
    const { values, model } = session.snapshot;
    if (!scale || !opened) return;
    if (this.running && sameValues(this.running.values, values)) return;
    this.running?.abort.abort();
    const abort = new AbortController();
    const current = { values, abort };
    this.running = current;
    this.tell({ state: 'running', progress: 0, message: undefined });
    try {
      opened.view = await (opened.opening ??= this.openView(scale, opened));
      if (abort.signal.aborted) return;
      const report = await opened.view.update(values, model, abort.signal);
      if (abort.signal.aborted) return;
      this.t = Math.min(this.t, this.duration);
      await this.drawTick();
      if (abort.signal.aborted) return;
      this.tell({ state: 'done', progress: 1, report });
    } catch (error) {
      if (!opened.view) opened.opening = undefined;
      if (abort.signal.aborted || this.running !== current) return;
      this.fail(error);
    }
  }

  /** The same givens once more: what the program was handed beside them is another. */
  private again(): void {
    this.running?.abort.abort();
    this.running = undefined;
    void this.update();
  }

  private fail(error: unknown): void {
    this.tell({ state: 'failed', progress: 0, message: sentenceOf(error) });
  }

  private async openView(
    scale: Scale<Values, unknown>,
    opened: Opened,
  ): Promise<ScaleView<Values, unknown>> {
    const stage = new LiveStage<Values>(this.root, {
      changed: () => this.resize(),
      point: () => undefined,
      edit: (changes, commit) => this.session.set(changes as Values, commit),
    });
    opened.stage = stage;
    const scaleStage = Object.assign(stage, {
      compute: opened.compute,
      clock: this.clock,
      progress: (progress: number) => this.tell({ progress }),
      again: () => this.again(),
    });
    return scale.open(scaleStage satisfies ScaleStage<Values>);
  }

  private resize(): void {
    this.fits = false;
    this.redraw();
  }

  private redraw(): void {
    const { opened } = this;
    this.drawTick().then(
      () => this.tell({}),
      (error: unknown) => {
        // A picture that goes away while it is drawn needs no word.
        if (this.opened === opened) this.fail(error);
      },
    );
  }

  /** Draws the present tick; while one is being drawn, only the latest asked for waits. */
  private async drawTick(): Promise<void> {
    this.stale = true;
    this.drawing ??= this.drawLatest().finally(() => (this.drawing = undefined));
    await this.drawing;
  }

  private async drawLatest(): Promise<void> {
    while (this.stale) {
      this.stale = false;
      const view = this.opened?.view;
      if (!this.fits) {
        this.fits = true;
        await view?.resize();
      }
      await view?.draw?.(this.t);
    }
  }

  private close(): void {
    this.running?.abort.abort();
    this.running = undefined;
    this.opened?.view?.dispose();
    this.opened?.stage?.dispose();
    this.opened?.compute.close();
    this.opened = undefined;
    this.root.replaceChildren();
  }

  private tell(changes: Partial<ScaleStatus>): void {
    this.status = { ...this.status, ...changes };
    for (const changed of this.listeners) changed();
  }
}

const BACK = 'The graphics device was lost; it was asked for again and is back.';

/** Opens the device a reader asked for, or says why it is not to be had. */
export type OpenDevice = (wanted: DeviceChoice | undefined) => Promise<OpenedCompute>;

interface Opened {
  readonly compute: OpenedCompute['compute'];
  /** The view on its way: several changes may wait for one opening. */
  opening?: Promise<ScaleView<Values, unknown>>;
  view?: ScaleView<Values, unknown>;
  stage?: LiveStage<Values>;
}

/** An error's message as a sentence. */
function sentenceOf(error: unknown): string {
  const message = error instanceof Error && error.message ? error.message : 'it failed';
  return `This could not be computed: ${message.replace(/\.$/, '')}.`;
}
