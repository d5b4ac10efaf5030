import type { Clock } from '../../stage/clock';
import { dataOf } from '../../train/data';
import type { Split } from '../../train/data-sets';
import { rowsOf } from '../../train/edits';
import { Player } from '../../train/player';
import type { TrainSession } from '../../train/session';
import { runSettings } from '../../train/settings';
import type { Edge } from './edge';
import { status } from './words';

/** The run that the settings of the page lead to, and where the link says that it rests. */
export class RunInPage {
  readonly player: Player;
  split: Split;
  /** Said to readers of screens once it rests. */
  said = '';
  /** What the run that is open was made from. */
  private running = '';
  /** The step of the link: where it rested last, while it goes on. */
  private rested = 0;

  constructor(
    private readonly session: TrainSession,
    clock: Clock,
    private readonly changed: () => void,
  ) {
    this.player = new Player(clock, () => this.played());
    this.split = dataOf(session.snapshot.values);
  }

  /** It rests, and what it came to is there to be seen. */
  get isReady(): boolean {
    const { pending, playing, look, failure } = this.player;
    return pending === 0 && !playing && (look !== undefined || Boolean(failure));
  }

  /** The settings may have changed: the run they lead to is opened in place of the one that is. */
  follow(): void {
    const { values, device = 'cpu', step } = this.session.snapshot;
    const wanted = this.key();
    const rests = step === this.rested || step === this.player.run?.step;
    this.rested = step;
    if (wanted === this.running && rests) return;
    this.running = wanted;
    this.split = dataOf(values);
    void this.player.open(values, device, step);
  }

  /** What has failed is opened once more. */
  openAgain(): void {
    this.running = '';
    this.follow();
  }

  async setWeight(edge: Edge, value: number): Promise<void> {
    const edits = await this.player.set({ ...edge, value });
    this.session.edited(rowsOf(edits), this.player.run?.step ?? 0);
    this.running = this.key();
  }

  private key(): string {
    const { values, device = 'cpu' } = this.session.snapshot;
    return JSON.stringify([runSettings(values), device]);
  }

  private played(): void {
    const { player, session } = this;
    if (player.run && !player.playing && player.pending === 0) {
      session.restAt(player.run.step);
      this.rested = player.run.step;
      this.said = status(player);
    }
    this.changed();
  }
}
