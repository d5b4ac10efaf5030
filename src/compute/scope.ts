import { dropped } from './queue';

interface Releasable {
  release(): void;
}

/** What belongs to one part of a page: its tensors, its inner scopes, and what went wrong in it. */
export class Scope<T extends Releasable> {
  private readonly members = new Set<T | Releasable>();
  private failure: Error | undefined;
  private released = false;

  adopt(member: T | Releasable): void {
    this.members.add(member);
  }

  forget(member: T | Releasable): void {
    this.members.delete(member);
  }

  /** @throws an `AbortError` when the scope is released: whoever goes on computing is stopped. */
  live(): void {
    if (this.released) throw dropped();
  }

  /** Keeps the first thing that went wrong with queued work, for whoever waits next. */
  fail(error: Error): void {
    this.failure ??= error;
  }

  /** @throws what went wrong since the last time, once. */
  throwFailure(): void {
    const { failure } = this;
    this.failure = undefined;
    if (failure) throw failure;
  }

  /** Calls `release` when the signal aborts, at once if it has. */
  releaseOn(signal: AbortSignal | undefined, release: () => void): void {
    if (signal?.aborted) release();
    else signal?.addEventListener('abort', release, { once: true });
  }

  release(): void {
    this.released = true;
    for (const member of [...this.members]) member.release();
    this.members.clear();
  }
}
