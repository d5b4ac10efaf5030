import { KernelError } from './kernel';
import { startWorker } from './start-worker';
import { Store, type Answer, type FindKernel, type Reply, type Request } from './store';

/** A way to a store: a Worker's, or one in this thread. Requests are served in order. */
export interface Port {
  /** How many parts of a call run at once. */
  readonly workers: number;
  /** The data of an `upload` or a `write` is handed over: the caller's array is gone after it. */
  send(request: Request): Promise<Reply>;
  close(): void;
}

interface Waiting {
  resolve(reply: Reply): void;
  reject(error: KernelError): void;
}

/** A store in a Worker of its own: long loops block nobody else. */
export class WorkerPort implements Port {
  readonly workers = 1;
  private readonly worker: Worker | undefined;
  private readonly waiting = new Map<number, Waiting>();
  private asked = 0;
  private broken: KernelError | undefined;

  constructor(start = startWorker) {
    try {
      this.worker = this.listenTo(start());
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      this.fail(`the Worker that computes could not start: ${why}`);
    }
  }

  send(request: Request): Promise<Reply> {
    return new Promise((resolve, reject) => {
      if (this.broken) return reject(this.broken);
      const id = this.asked++;
      this.waiting.set(id, { resolve, reject });
      // The sender's own copy: handed over, not copied again. Shared memory stays where it is.
      const own = 'data' in request && request.data.buffer instanceof ArrayBuffer;
      const transfer = own ? [request.data.buffer] : [];
      this.worker?.postMessage({ id, request }, transfer);
    });
  }

  close(): void {
    this.worker?.terminate();
    this.fail('the computation was closed');
  }

  private listenTo(worker: Worker): Worker {
    worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
      const waiting = this.waiting.get(data.id);
      this.waiting.delete(data.id);
      if (data.error === undefined) waiting?.resolve(data.reply);
      else waiting?.reject(new KernelError(data.error));
    });
    worker.addEventListener('error', (event) => {
      // Handled here: a rejection says it, the console stays clean.
      event.preventDefault();
      this.fail(`the Worker that computes could not go on: ${event.message || 'it did not load'}`);
    });
    return worker;
  }

  private fail(message: string): void {
    this.broken = new KernelError(message);
    for (const { reject } of this.waiting.values()) reject(this.broken);
    this.waiting.clear();
  }
}

/** A store in this thread, for Node and for tests: the same code without the Worker. */
export class LocalPort implements Port {
  readonly workers = 1;
  private readonly store: Store;
  private previous: Promise<unknown> = Promise.resolve();

  constructor(find: FindKernel) {
    this.store = new Store(find);
  }

  send(request: Request): Promise<Reply> {
    // A Worker would get a copy; so does this store.
    const copy = structuredClone(request);
    const reply = this.previous.then(() => this.store.handle(copy));
    this.previous = reply.catch(() => undefined);
    return reply;
  }

  close(): void {}
}
