interface Job {
  readonly owner: object;
  start(): Promise<void>;
  drop(): void;
}

/** What the waiting get when their work is dropped: as `fetch` says it. */
export const dropped = (): DOMException =>
  new DOMException('the computation was superseded', 'AbortError');

/** Work done one piece after the other, each piece owned by someone who may drop what waits. */
export class Queue {
  private jobs: Job[] = [];
  private running = false;

  /** Queues work; rejects with an `AbortError` when it is dropped before it began. */
  add<T>(owner: object, work: () => Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.jobs.push({
        owner,
        start: () => work().then(resolve, reject),
        drop: () => reject(dropped()),
      });
      if (!this.running) void this.drain();
    });
  }

  /** Drops what waits for this owner. The piece that runs is not interrupted. */
  drop(owner: object): void {
    const mine = this.jobs.filter((job) => job.owner === owner);
    this.jobs = this.jobs.filter((job) => job.owner !== owner);
    for (const job of mine) job.drop();
  }

  private async drain(): Promise<void> {
    this.running = true;
    for (let job = this.jobs.shift(); job; job = this.jobs.shift()) await job.start();
    this.running = false;
  }
}
