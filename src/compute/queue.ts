interface Job {
  readonly owner: object;
  readonly small: boolean;
  start(): Promise<void>;
  drop(): void;
}

/** What the waiting get when their work is dropped: as `fetch` says it. */
export const dropped = (): DOMException =>
  new DOMException('the computation was superseded', 'AbortError');

/** Small pieces of work under way at a time: while one is done, the next is at hand. */
const MOST_SMALL = 16;

/**
 * Work done one piece after the other, each piece owned by someone who may drop what waits. Small
 * pieces are begun before the ones before them are done: whoever does them keeps their order.
 */
export class Queue {
  private jobs: Job[] = [];
  private underWay = 0;
  private alone = false;
  private readonly watchers = new Set<(owner: object) => void>();

  /** Queues work; rejects with an `AbortError` when it is dropped before it began. */
  add<T>(owner: object, work: () => Promise<T>, small = false): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.jobs.push({
        owner,
        small,
        start: () => work().then(resolve, reject),
        drop: () => reject(dropped()),
      });
      this.advance();
    });
  }

  /**
   * Tells, after each piece of this owner's, which share is done of those that wait now. Returns how
   * to stop it.
   */
  watch(owner: object, progress: (share: number) => void): () => void {
    const all = this.waiting(owner);
    const tell = (whose: object): void => {
      if (whose === owner && all > 0) progress(Math.max(0, 1 - this.waiting(owner) / all));
    };
    this.watchers.add(tell);
    return () => this.watchers.delete(tell);
  }

  /** Drops what waits for this owner. The piece that runs is not interrupted. */
  drop(owner: object): void {
    const mine = this.jobs.filter((job) => job.owner === owner);
    this.jobs = this.jobs.filter((job) => job.owner !== owner);
    for (const job of mine) job.drop();
  }

  private waiting(owner: object): number {
    return this.jobs.filter((job) => job.owner === owner).length;
  }

  /** Begins what may begin: small pieces beside small ones, any other when nothing is under way. */
  private advance(): void {
    for (let [job] = this.jobs; job; [job] = this.jobs) {
      const room = job.small ? !this.alone && this.underWay < MOST_SMALL : this.underWay === 0;
      if (!room) return;
      this.jobs.shift();
      this.underWay += 1;
      this.alone = !job.small;
      void job.start().then(() => {
        this.underWay -= 1;
        this.alone = false;
        for (const tell of this.watchers) tell(job.owner);
        this.advance();
      });
    }
  }
}
