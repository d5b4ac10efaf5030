/** Time on a page. The only file that asks for frames or for the time. */
export interface Clock {
  /** Milliseconds, growing. */
  now(): number;
  /** Calls back before the next paint; returns how to call it off. */
  frame(callback: (now: number) => void): () => void;
  /** Calls back after some milliseconds; returns how to call it off. */
  after(milliseconds: number, callback: () => void): () => void;
}

/** The page's clock. A hidden tab gets no frames, so everything that runs by frames pauses. */
export const pageClock: Clock = {
  now: () => performance.now(),
  frame(callback) {
    const request = requestAnimationFrame(callback);
    return () => cancelAnimationFrame(request);
  },
  after(milliseconds, callback) {
    const timer = setTimeout(callback, milliseconds);
    return () => clearTimeout(timer);
  },
};

/** A clock that stands until it is moved, for tests. */
export class HandClock implements Clock {
  private time = 0;
  private waiting: { at: number; callback: (now: number) => void }[] = [];

  now(): number {
    return this.time;
  }

  frame(callback: (now: number) => void): () => void {
    return this.wait(this.time, callback);
  }

  after(milliseconds: number, callback: () => void): () => void {
    return this.wait(this.time + milliseconds, callback);
  }

  /** Moves on and calls back everything that is due, once. */
  advance(milliseconds: number): void {
    this.time += milliseconds;
    const due = this.waiting.filter(({ at }) => at <= this.time);
    this.waiting = this.waiting.filter(({ at }) => at > this.time);
    for (const { callback } of due) callback(this.time);
  }

  private wait(at: number, callback: (now: number) => void): () => void {
    const entry = { at, callback };
    this.waiting.push(entry);
    return () => {
      this.waiting = this.waiting.filter((other) => other !== entry);
    };
  }
}
