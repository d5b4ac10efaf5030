import type { Loss } from './compute';
import { noDevice, type Device } from './device';
import { GpuQueue } from './gpu-queue';
import type { Call, Kernel } from './kernel';
import type { Extent } from './pieces';
import { compile, sourceOf, type Program } from './program';
import { Trials, type Choice, type Memory } from './trials';
import type { Twins } from './twins';

/** What all scopes of one GPU share: the device, its programs, its queue and its twins. */
export class GpuCore {
  readonly queue: GpuQueue;
  readonly tensorLength: number;
  readonly lost: Promise<Loss>;
  isLost = false;
  private tellLoss!: (loss: Loss) => void;
  private readonly trials: Trials;
  private readonly programs = new Map<string, Program>();
  /** Scopes that want to hear of errors nobody's error scope caught. */
  readonly listeners = new Set<(error: Error) => void>();

  constructor(
    readonly host: Device,
    readonly twins: Twins,
    now: () => number,
    memory?: Memory,
  ) {
    const { device, name, adapter } = host;
    this.trials = new Trials(name, { adapter, features: device.features }, memory);
    this.queue = new GpuQueue(device, now);
    const { maxBufferSize, maxStorageBufferBindingSize } = device.limits;
    this.tensorLength = Math.floor(Math.min(maxBufferSize, maxStorageBufferBindingSize) / 4);
    this.lost = new Promise((resolve) => (this.tellLoss = resolve));
    void device.lost.then(() => {
      this.isLost = true;
      // Nothing is measured any more: what waits ends now.
      this.queue.flush();
      this.tellLoss({ sentence: noDevice('lost').sentence, again: true });
    });
    // three overwrites `onuncapturederror`, so listen instead.
    device.addEventListener('uncapturederror', (event) => {
      event.preventDefault();
      for (const fail of this.listeners) fail(new Error(event.error.message));
    });
  }

  /** The device refused something: whoever can goes on without it. */
  refused(): void {
    this.tellLoss({ sentence: noDevice('refused').sentence, again: false });
  }

  /** Resolves when a device that was lost has had the time to say so: what it did fails before. */
  async lossTold(): Promise<void> {
    const moment = new Promise((resolve) => setTimeout(resolve, 100));
    await Promise.race([this.lost, moment]);
  }

  /** The program for a call, compiled once for each source. */
  program(
    kernel: Kernel,
    call: Call<unknown>,
    fail: (error: Error) => void,
  ): {
    program: Program;
    extent: Extent;
    report: Choice['report'];
  } {
    const { device } = this.host;
    const { variant: name, report } = this.trials.choose(kernel, call);
    const variant = kernel.variants[name];
    const source = sourceOf(kernel, variant, call);
    let program = this.programs.get(source);
    if (!program) {
      program = this.queue.guard(
        () => compile(device, kernel, variant, source),
        (error) => {
          // Tried again, and reported again, for the next caller.
          this.programs.delete(source);
          fail(error);
        },
      );
      this.programs.set(source, program);
    }
    const { dimensions, knobs = {} } = call;
    const extent = {
      workgroups: variant.workgroups(dimensions, knobs),
      passes: variant.passes?.(dimensions, knobs) ?? 1,
      divisible: program.partOffsets.first_workgroup !== undefined,
    };
    return { program, extent, report };
  }
}
