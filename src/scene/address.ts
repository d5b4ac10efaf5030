import type { PageLocation } from '../state/location';
import type { Clock } from '../stage/clock';

/** Browsers refuse more than 100 history writes in 10 s; these leave room for others. */
const BURST = 30;
const A_SECOND = 6;
/** What a drag or a run of play may not use up, so that a step is written at once. */
const RESERVE = 10;
/** Milliseconds until a refused write is tried again. */
const RETRY = 1000;
/** Entries that wait at most; between them the reader would not tell them apart. */
const LONGEST = 20;

interface Entry {
  readonly kind: 'push' | 'replace';
  readonly link: string;
}

/**
 * Keeps the page's address in step with what the page shows. The state lives in the page: nothing
 * that draws waits for a write, writes are paced, and a refused one is tried again later.
 *
 * A change that is going on (typing, dragging, playing) opens one entry and then replaces it, so
 * that back undoes the whole of it.
 */
export class Address {
  private latest: string;
  private waiting: Entry[] = [];
  private tokens = BURST;
  private counted: number;
  private cancel: (() => void) | undefined;
  /** A change has opened an entry and is still going on. */
  private changing = false;

  constructor(
    private readonly location: PageLocation,
    private readonly clock: Clock,
  ) {
    this.latest = location.read();
    this.counted = clock.now();
  }

  /** The page shows this link; `commit` unless the change goes on. */
  show(link: string, commit: boolean): void {
    if (link === this.latest) {
      this.changing &&= !commit;
      return;
    }
    this.latest = link;
    this.enqueue({ kind: this.changing ? 'replace' : 'push', link });
    this.changing = !commit;
    this.flush();
  }

  /** The reader went back or forward, or to another link: what was not written is out of date. */
  follow(): string {
    this.forget();
    this.changing = false;
    return (this.latest = this.location.read());
  }

  /** Writes nothing any more. */
  dispose(): void {
    this.forget();
  }

  private forget(): void {
    this.cancel?.();
    this.cancel = undefined;
    this.waiting = [];
  }

  private enqueue(entry: Entry): void {
    const last = this.waiting.at(-1);
    if (last && (entry.kind === 'replace' || this.waiting.length >= LONGEST)) {
      this.waiting[this.waiting.length - 1] = { kind: last.kind, link: entry.link };
    } else this.waiting.push(entry);
  }

  private flush(): void {
    if (this.cancel) return;
    this.refill();
    while (this.waiting.length > 0) {
      const [next] = this.waiting;
      if (this.tokens < (next.kind === 'push' ? 1 : 1 + RESERVE)) {
        this.later(1000 / A_SECOND);
        return;
      }
      if (!this.write(next)) {
        this.later(RETRY);
        return;
      }
      this.tokens -= 1;
      this.waiting.shift();
    }
  }

  private write({ kind, link }: Entry): boolean {
    try {
      if (kind === 'push') this.location.push(link);
      else this.location.replace(link);
      return true;
    } catch {
      // Some browsers throw where others refuse in silence; some pages may not write at all.
      return false;
    }
  }

  private later(milliseconds: number): void {
    this.cancel = this.clock.after(milliseconds, () => {
      this.cancel = undefined;
      this.flush();
    });
  }

  private refill(): void {
    const now = this.clock.now();
    this.tokens = Math.min(BURST, this.tokens + ((now - this.counted) / 1000) * A_SECOND);
    this.counted = now;
  }
}
