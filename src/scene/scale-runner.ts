import type { Loss } from '../compute/compute';
import { DEVICE_BACK } from '../compute/device';
import type { Opened } from '../compute/open';
import type { DeviceChoice } from '../state/link';
import { sameValues, type Values } from '../state/params';
import type { PageStorage } from '../state/storage';
import type { Clock } from '../stage/clock';
import type { ScaleReport } from './contract';
import { Player } from './player';
import { ScaleProgram } from './scale-program';
import type { Session } from './session';

/** Where a program at scale stands. */
export interface ScaleStatus {
  readonly state: 'idle' | 'opening' | 'running' | 'done' | 'failed';
  /** From 0 to 1 while running. */
  readonly progress: number;
  /** What the picture that stands was computed as; nothing before there is one. */
  readonly report?: ScaleReport;
  /** Why it failed, in a sentence. */
  readonly message?: string;
  /** What is really running. */
  readonly device: DeviceChoice;
  readonly deviceName: string;
  /** Why the device is not the one that was asked for. */
  readonly why?: string;
}

/** Opens the device a reader asked for, or says why it is not to be had. */
export type OpenDevice = (wanted: DeviceChoice | undefined) => Promise<Opened>;

/** Ticks of a program's own clock that pass in a second of playing. */
const PACE = 24;

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
  private program?: ScaleProgram;
  /** What the running or finished update was for. */
  private running?: { readonly values: Values; readonly abort: AbortController };
  private openedFor: DeviceChoice | undefined | 'nothing' = 'nothing';
  private generation = 0;
  /** Sizes follow the first device opened and then stay, so that devices can be compared. */
  private sized = false;

  constructor(
    private readonly session: Session,
    private readonly root: HTMLElement,
    private readonly clock: Clock,
    /** Remembers which form of a kernel is the quickest on a device. */
    memory: PageStorage,
    private readonly open: OpenDevice = async (wanted) => {
      // With the tab, not with the page: nothing by hand computes on a device.
      const { openCompute } = await import('../compute/open');
      return openCompute(wanted, { now: () => clock.now(), memory });
    },
  ) {
    this.player = new Player(
      clock,
      { time: () => this.t, end: () => this.duration, seek: (t, going) => this.play(t, going) },
      PACE,
    );
    this.unsubscribe = session.subscribe(() => this.follow());
    this.follow();
  }

  /** Length of the program's own clock in ticks; 0 when it has none. */
  get duration(): number {
    return this.program?.duration(this.session.snapshot.values) ?? 0;
  }

  /** Whether the picture is that of the present givens and time. */
  get atRest(): boolean {
    const { state } = this.status;
    return (state === 'done' || state === 'failed') && !this.program?.busy;
  }

  subscribe(changed: () => void): () => void {
    this.listeners.add(changed);
    return () => this.listeners.delete(changed);
  }

  seek(t: number): void {
    this.t = Math.min(this.duration, Math.max(0, t));
    this.program?.redraw();
    this.tell({});
  }

  /** Time waits for a run that has not come as far. */
  private play(t: number, going: boolean): void {
    if (!going || !this.program?.ahead) this.seek(t);
  }

  /** Draws anew if the picture's room is no longer the one it was drawn for. */
  fit(): void {
    this.program?.fit();
  }

  describe(): string {
    return this.program?.describe() ?? '';
  }

  /** Tries again what failed: the program, on the device that is open. */
  again(): void {
    this.running?.abort.abort();
    this.running = undefined;
    void this.update();
  }

  /** Opens the device and all it computes with anew: what did not arrive may do so now. */
  retry(): void {
    void this.reopen(this.session.snapshot.device);
  }

  dispose(): void {
    this.generation += 1;
    this.player.pause();
    this.unsubscribe();
    this.close();
    this.listeners.clear();
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
  private async onLost(lost: number, { sentence, again }: Loss): Promise<void> {
    if (lost !== this.generation) return;
    const generation = this.beginOpening();
    const opened = await this.open(again ? this.session.snapshot.device : 'cpu');
    const back = opened.compute.device === 'gpu';
    await this.adopt(generation, opened, back ? DEVICE_BACK : sentence);
  }

  /** Closes what runs; what is opened for an older generation is no longer wanted. */
  private beginOpening(): number {
    this.close();
    this.tell({ state: 'opening', progress: 0, message: undefined, report: undefined });
    return (this.generation += 1);
  }

  private async adopt(
    generation: number,
    { compute, reason }: Opened,
    why = reason?.sentence,
  ): Promise<void> {
    const { scale } = this.session.scene;
    if (generation !== this.generation || !scale) {
      compute.close();
      return;
    }
    this.program = new ScaleProgram(scale, compute, this.root, this.clock, {
      progress: (progress) => this.tell({ progress }),
      again: () => this.again(),
      edit: (changes, commit) => this.session.set(changes, commit),
      drawn: (error) => (error === undefined ? this.tell(this.found()) : this.fail(error)),
      tick: () => this.t,
      opened: (tick) => (this.t = tick),
    });
    void compute.lost.then((loss) => this.onLost(generation, loss));
    this.tell({ state: 'idle', device: compute.device, deviceName: compute.name, why });
    if (!this.sized) {
      this.sized = true;
      const defaults = scale.defaults?.(compute.adapter);
      if (defaults) this.session.rebase(defaults as Values);
    }
    if (this.session.snapshot.tab === 'scale') await this.update();
  }

  private async update(): Promise<void> {
    const { program, session } = this;
    const { values } = session.snapshot;
    if (!program || (this.running && sameValues(this.running.values, values))) return;
    this.running?.abort.abort();
    const abort = new AbortController();
    const current = (this.running = { values, abort });
    this.tell({ state: 'running', progress: 0, message: undefined });
    try {
      const report = await program.update(values, abort.signal);
      this.t = Math.min(this.t, this.duration);
      this.tell({ state: 'done', progress: 1, report });
    } catch (error) {
      if (!abort.signal.aborted && this.running === current) this.fail(error);
    }
  }

  private found(): Partial<ScaleStatus> {
    const { report } = this.status;
    const finding = this.program?.finding();
    return report && finding !== undefined ? { report: { ...report, finding } } : {};
  }

  private fail(error: unknown): void {
    this.tell({ state: 'failed', progress: 0, message: sentenceOf(error) });
  }

  private close(): void {
    this.running?.abort.abort();
    this.running = undefined;
    this.program?.close();
    this.program = undefined;
  }

  private tell(changes: Partial<ScaleStatus>): void {
    this.status = { ...this.status, ...changes };
    for (const changed of this.listeners) changed();
  }
}

/** An error's message as a sentence. */
function sentenceOf(error: unknown): string {
  const message = error instanceof Error && error.message ? error.message : 'it failed';
  return `This could not be computed: ${message.replace(/\.$/, '')}.`;
}
