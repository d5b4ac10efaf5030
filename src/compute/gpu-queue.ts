import { Pace } from './pace';
import type { Program } from './program';
import { Stopwatch } from './stopwatch';
import type { Choice } from './trials';

/** A checked call, ready to be encoded. */
export interface Dispatch {
  readonly program: Program;
  readonly buffers: Readonly<Record<string, GPUBuffer>>;
  readonly params: ArrayBuffer;
  readonly workgroups: readonly [number, number, number];
  readonly invocations: number;
  readonly owner: object;
  fail(error: Error): void;
  /** Where the time it took is wanted: it is then submitted by itself. */
  readonly report?: Choice['report'];
}

/** Calls of one submit at most; each has a slot for its `params` in one uniform buffer. */
const MOST_CALLS = 256;
/** Room for 64 dimensions and knobs, and what a uniform's offset is aligned to. */
const SLOT_BYTES = 256;

/** Collects dispatches into submits of bounded length, in order. */
export class GpuQueue {
  private pending: Dispatch[] = [];
  private readonly pace = new Pace();
  private readonly params: GPUBuffer;
  private readonly stopwatch: Stopwatch | undefined;
  private lastDone = 0;
  /** Resolves when every error scope popped so far has reported. */
  checked: Promise<void> = Promise.resolve();

  constructor(
    private readonly device: GPUDevice,
    private readonly now: () => number,
  ) {
    if (device.features.has('timestamp-query')) this.stopwatch = new Stopwatch(device);
    this.params = device.createBuffer({
      label: 'params',
      size: MOST_CALLS * SLOT_BYTES,
      usage: GPUBufferUsage.UNIFORM | GPUBufferUsage.COPY_DST,
    });
  }

  add(dispatch: Dispatch): void {
    if (dispatch.report) this.flush();
    this.pending.push(dispatch);
    const full = this.pending.length === MOST_CALLS || this.pace.full(this.pending);
    if (full || dispatch.report) this.flush();
  }

  /** Forgets what this owner has not submitted yet. */
  drop(owner: object): void {
    this.pending = this.pending.filter((dispatch) => dispatch.owner !== owner);
  }

  /** Does work whose errors the device reports later, and hands them on when it does. */
  guard<T>(work: () => T, fail: (error: Error) => void): T {
    this.device.pushErrorScope('out-of-memory');
    this.device.pushErrorScope('validation');
    try {
      return work();
    } finally {
      const found = [this.device.popErrorScope(), this.device.popErrorScope()].map((pop) =>
        // A lost device answers nothing; `lost` says so.
        pop.then((error) => error && fail(new Error(error.message))).catch(() => undefined),
      );
      this.checked = Promise.all([this.checked, ...found]).then(() => undefined);
    }
  }

  /** Submits what is pending. */
  flush(): void {
    const calls = this.pending;
    if (calls.length === 0) return;
    this.pending = [];
    const [{ report }] = calls;
    const time = this.guard(
      () => this.submit(calls, report && this.stopwatch),
      (error) => {
        report?.(undefined);
        calls.forEach((dispatch) => dispatch.fail(error));
      },
    );
    const submitted = this.now();
    this.device.queue.onSubmittedWorkDone().then(
      () => {
        const done = this.now();
        const took = done - Math.max(submitted, this.lastDone);
        this.pace.learn(calls, took);
        this.lastDone = done;
        if (!time) report?.(took);
      },
      () => undefined,
    );
    time?.().then(report, () => undefined);
  }

  /** Returns how to learn what the GPU's own clock says, when a stopwatch is given. */
  private submit(
    calls: readonly Dispatch[],
    stopwatch?: Stopwatch,
  ): (() => Promise<number>) | undefined {
    const bytes = new Uint8Array(calls.length * SLOT_BYTES);
    calls.forEach(({ params }, slot) => bytes.set(new Uint8Array(params), slot * SLOT_BYTES));
    // Written in the order of the queue: earlier submits have read theirs by then.
    this.device.queue.writeBuffer(this.params, 0, bytes);
    const encoder = this.device.createCommandEncoder();
    const pass = encoder.beginComputePass({ timestampWrites: stopwatch?.writes });
    calls.forEach((dispatch, slot) => {
      pass.setPipeline(dispatch.program.pipeline);
      pass.setBindGroup(0, this.bind(dispatch, slot));
      pass.dispatchWorkgroups(...dispatch.workgroups);
    });
    pass.end();
    const time = stopwatch?.read(encoder);
    this.device.queue.submit([encoder.finish()]);
    return time;
  }

  private bind({ program, buffers }: Dispatch, slot: number): GPUBindGroup {
    const entries: GPUBindGroupEntry[] = Object.entries(program.bindings).map(
      ([name, binding]) => ({ binding, resource: { buffer: buffers[name] } }),
    );
    if (program.paramsBinding !== undefined) {
      entries.push({
        binding: program.paramsBinding,
        resource: { buffer: this.params, offset: slot * SLOT_BYTES, size: SLOT_BYTES },
      });
    }
    return this.device.createBindGroup({ layout: program.layout, entries });
  }
}
