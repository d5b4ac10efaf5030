import type { Clock } from '../stage/clock';

/** What a player moves: a time from 0 to an end. */
export interface Played {
  time(): number;
  end(): number;
  /** `going` while it plays; false for the last move, when it comes to rest. */
  seek(t: number, going: boolean): void;
}

export const speeds = [0.5, 1, 2, 4] as const;

/** Moves time on by itself, at the clock's pace, until the end. Starts paused. */
export class Player {
  private cancel: (() => void) | undefined;
  private last = 0;
  /** Units of time a second. */
  speed: number;

  constructor(
    private readonly clock: Clock,
    private readonly played: Played,
    /** Units a second at speed 1: one solution step in 1.6 s, say. */
    private readonly pace = 0.625,
  ) {
    this.speed = 1;
  }

  get playing(): boolean {
    return this.cancel !== undefined;
  }

  play(): void {
    if (this.playing) return;
    if (this.played.time() >= this.played.end()) this.played.seek(0, true);
    this.last = this.clock.now();
    this.next();
    this.played.seek(this.played.time(), true);
  }

  pause(): void {
    if (!this.cancel) return;
    this.cancel();
    this.cancel = undefined;
    this.played.seek(this.played.time(), false);
  }

  toggle(): void {
    if (this.playing) this.pause();
    else this.play();
  }

  private next(): void {
    this.cancel = this.clock.frame((now) => {
      // A tab that was hidden goes on where it stood instead of leaping.
      const elapsed = Math.min(0.1, (now - this.last) / 1000);
      this.last = now;
      const t = this.played.time() + elapsed * this.pace * this.speed;
      if (t >= this.played.end()) {
        this.cancel = undefined;
        this.played.seek(this.played.end(), false);
        return;
      }
      this.next();
      this.played.seek(t, true);
    });
  }
}
