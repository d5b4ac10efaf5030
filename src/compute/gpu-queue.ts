import { DispatchQueue, type Step } from './dispatch-queue';
import { GpuEncoder, type Dispatch } from './gpu-encoder';
import { KernelError } from './kernel';
import { Pace } from './pace';
import type { Choice } from './trials';

/** Submits under way at a time: the device has the next one at hand, and the rest can be dropped. */
const MOST_UNDER_WAY = 2;

/** A call in the queue. */
export interface QueuedCall extends Dispatch {
  fail(error: Error): void;
  /** Where the time it took is wanted. */
  readonly report?: Choice['report'];
}

/** Collects dispatches into submits of bounded length, in order. */
export class GpuQueue {
  private readonly pace = new Pace();
  private readonly dispatches = new DispatchQueue<QueuedCall>(this.pace);
  private readonly encoder: GpuEncoder;
  private underWay = 0;
  private lastDone = 0;
  private readonly watchers = new Set<(milliseconds: number) => void>();
  /** Resolves when every error scope popped so far has reported. */
  checked: Promise<void> = Promise.resolve();

  constructor(
    private readonly device: GPUDevice,
    private readonly now: () => number,
  ) {
    this.encoder = new GpuEncoder(device);
  }

  /** Whether everything was submitted. */
  get empty(): boolean {
    return this.dispatches.empty;
  }

  add(call: QueuedCall): void {
    this.dispatches.push(call);
    this.advance();
  }

  /**
   * Does work between what was queued before and what is queued after it: at once when nothing
   * waits, else when all before it is submitted.
   */
  inOrder<T>(work: () => T): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.dispatches.pushJob(() => {
        try {
          resolve(work());
        } catch (error) {
          reject(error instanceof Error ? error : new Error(String(error)));
        }
      });
      this.advance();
    });
  }

  /**
   * Tells, after each submit, which share is done of this owner's calls: the time that was spent
   * beside the time that what is left is estimated to take. Returns how to stop it.
   */
  watch(owner: object, progress: (share: number) => void): () => void {
    let spent = 0;
    let told = 0;
    const tell = (milliseconds: number): void => {
      spent += milliseconds;
      // An estimate that grows takes nothing back.
      const all = spent + this.dispatches.left(owner);
      told = Math.max(told, all > 0 ? spent / all : 1);
      progress(told);
    };
    this.watchers.add(tell);
    return () => this.watchers.delete(tell);
  }

  /** Forgets what this owner has not submitted yet. */
  drop(owner: object): void {
    this.dispatches.drop(owner);
    this.advance();
  }

  /** Submits all that waits, now. */
  flush(): void {
    for (this.dispatches.runJobs(); !this.dispatches.empty; this.dispatches.runJobs())
      this.submitNext();
  }

  /** Does work whose errors the device reports at once or later, and hands them on when it does. */
  guard<T>(work: () => T, fail: (error: Error) => void): T {
    this.device.pushErrorScope('out-of-memory');
    this.device.pushErrorScope('validation');
    try {
      return work();
    } catch (error) {
      if (error instanceof Error && !(error instanceof KernelError)) fail(error);
      throw error;
    } finally {
      const found = [this.device.popErrorScope(), this.device.popErrorScope()].map((pop) =>
        // A lost device answers nothing; `lost` says so.
        pop.then((error) => error && fail(new Error(error.message))).catch(() => undefined),
      );
      this.checked = Promise.all([this.checked, ...found]).then(() => undefined);
    }
  }

  /** Submits what is due, as long as not too much is under way. */
  private advance(): void {
    this.dispatches.runJobs();
    while (this.underWay < MOST_UNDER_WAY && this.dispatches.due) {
      this.submitNext();
      this.dispatches.runJobs();
    }
  }

  private submitNext(): void {
    const steps = this.dispatches.take();
    const report = reportOf(steps);
    const time = this.guard(
      () => this.encoder.submit(steps, report !== undefined),
      (error) => {
        report?.(undefined);
        for (const call of new Set(steps.map((step) => step.call))) call.fail(error);
      },
    );
    const submitted = this.now();
    this.underWay += 1;
    const done = (): void => {
      this.underWay -= 1;
      this.advance();
    };
    this.device.queue.onSubmittedWorkDone().then(() => {
      const now = this.now();
      const took = now - Math.max(submitted, this.lastDone);
      this.pace.learn(steps, took);
      this.lastDone = now;
      for (const tell of this.watchers) tell(took);
      if (!time) report?.(took);
      done();
    }, done);
    time?.().then(report, () => undefined);
  }
}

/** Who wants to know the time of these steps: a call that is timed has its first submit to itself. */
function reportOf([{ call, piece }]: readonly Step<QueuedCall>[]): Choice['report'] {
  return piece.pass === 0 && piece.firstWorkgroup === 0 ? call.report : undefined;
}
