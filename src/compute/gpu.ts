import { checkCall } from './check-call';
import type { Compute, Limits, Loss, Tensor } from './compute';
import type { Device } from './device';
import { arrays, typeOf } from './executor';
import { GpuCore } from './gpu-core';
import { gpuPlan } from './gpu-plan';
import type { QueuedCall } from './gpu-queue';
import { KernelError, type Call, type Kernel } from './kernel';
import type { ElementType, Numbers, TypedArray } from './numbers';
import type { Plan, PlannedCall } from './plan';
import { Scope } from './scope';
import { buffersOf } from './shape';
import { spanOf, type Span, type Stretch } from './stretch';
import type { Memory } from './trials';
import type { Twins } from './twins';
import { whileWanted, type Watch } from './watch';

class GpuTensor implements Tensor {
  live = true;

  constructor(
    readonly type: ElementType,
    readonly length: number,
    readonly buffer: GPUBuffer,
    private readonly free: (tensor: GpuTensor) => void,
  ) {}

  release(): void {
    if (!this.live) return;
    this.live = false;
    this.free(this);
  }
}

/** Computes on a GPU with the kernels' WGSL. */
export class GpuCompute implements Compute {
  readonly device = 'gpu';
  readonly name: string;
  readonly adapter: 'hardware' | 'software';
  readonly limits: Limits;
  readonly gpu: GPUDevice;
  readonly lost: Promise<Loss>;
  private readonly owned = new Scope<GpuTensor>();
  private readonly fail = (error: Error): void => {
    this.core.refused();
    this.owned.fail(new KernelError(`the graphics device refused: ${error.message}`));
  };

  private constructor(
    private readonly core: GpuCore,
    signal?: AbortSignal,
    private readonly left?: (scope: GpuCompute) => void,
  ) {
    this.name = core.host.name;
    this.adapter = core.host.adapter;
    this.gpu = core.host.device;
    this.limits = { tensorLength: core.tensorLength };
    this.lost = core.lost;
    core.listeners.add(this.fail);
    this.owned.releaseOn(signal, () => this.release());
  }

  static open(host: Device, twins: Twins, now: () => number, memory?: Memory): GpuCompute {
    return new GpuCompute(new GpuCore(host, twins, now, memory));
  }

  zeros(length: number, type: ElementType = 'f32'): Tensor {
    this.live();
    if (!Number.isInteger(length) || length < 1 || length > this.limits.tensorLength) {
      throw new KernelError(
        `a tensor of ${length} numbers; this device takes 1 to ${this.limits.tensorLength}`,
      );
    }
    const buffer = this.core.queue.guard(
      () =>
        this.gpu.createBuffer({
          size: length * 4,
          usage:
            GPUBufferUsage.STORAGE |
            GPUBufferUsage.VERTEX |
            GPUBufferUsage.COPY_SRC |
            GPUBufferUsage.COPY_DST,
        }),
      this.fail,
    );
    const tensor = new GpuTensor(type, length, buffer, (released) => {
      this.owned.forget(released);
      // Calls that wait may still use it; a submitted one may outlive the buffer.
      void this.core.queue.inOrder(() => buffer.destroy());
    });
    this.owned.adopt(tensor);
    return tensor;
  }

  upload(data: TypedArray): Tensor {
    const tensor = this.zeros(data.length, typeOf(data));
    this.write(tensor, data);
    return tensor;
  }

  write(tensor: Tensor, data: TypedArray, offset = 0): void {
    const { buffer } = this.own(tensor);
    if (typeOf(data) !== tensor.type) throw new KernelError(`the tensor holds ${tensor.type}`);
    if (offset < 0 || offset + data.length > tensor.length) {
      throw new KernelError(
        `${data.length} numbers from ${offset} on do not fit into ${tensor.length}`,
      );
    }
    const { queue } = this.core;
    // The caller may change its array while the write waits for what stands before it.
    const kept = queue.empty ? data : data.slice();
    const bytes = new Uint8Array(kept.buffer as ArrayBuffer, kept.byteOffset, kept.byteLength);
    void queue.inOrder(() => this.gpu.queue.writeBuffer(buffer, offset * 4, bytes));
  }

  run(kernel: Kernel, call: Call<Tensor>): void {
    this.core.queue.add(this.dispatch(kernel, call));
  }

  plan(calls: readonly PlannedCall[]): Plan {
    // Nothing of a plan is timed: its calls follow each other too closely.
    const ready = calls.map((planned) => ({
      planned,
      dispatch: { ...this.dispatch(planned.kernel, planned.call), report: undefined },
    }));
    const rounds = gpuPlan(ready, (dispatch) => this.core.queue.add(dispatch));
    return {
      run: (count, turns) => {
        this.live();
        rounds.run(count, turns);
      },
      release: () => undefined,
    };
  }

  private dispatch(kernel: Kernel, call: Call<Tensor>): QueuedCall {
    this.live();
    const room = { ...this.limits, device: 'this device' };
    checkCall(kernel, call, buffersOf(kernel), (tensor) => this.own(tensor), room);
    const { program, extent, report } = this.core.program(kernel, call, this.fail);
    const { workgroups } = extent;
    const most = this.gpu.limits.maxComputeWorkgroupsPerDimension;
    if (workgroups.some((groups) => groups > most)) {
      throw new KernelError(`${kernel.name}: ${workgroups.join(' × ')} workgroups are too many`);
    }
    return {
      ...extent,
      program,
      sizes: Object.values(call.dimensions).join(),
      params: program.params(call),
      buffers: Object.fromEntries(
        Object.entries(call.buffers).map(([name, tensor]) => [name, this.own(tensor).buffer]),
      ),
      owner: this,
      fail: this.fail,
      report,
    };
  }

  async read(...stretch: Parameters<Compute['read']>): Promise<TypedArray> {
    const [data] = await this.readAll([stretch]);
    return data;
  }

  async readAll(stretches: readonly Stretch[]): Promise<TypedArray[]> {
    const spans = stretches.map((stretch) => {
      const span = spanOf(stretch);
      return { ...span, type: this.own(span.tensor).type };
    });
    const { queue } = this.core;
    const staging = await queue.inOrder(() => queue.guard(() => this.copyOut(spans), this.fail));
    try {
      await staging.mapAsync(GPUMapMode.READ).catch(async (error: Error) => {
        // A scope that was released, a call that was refused, a device that is lost say so themselves.
        await this.core.lossTold();
        await this.settle();
        this.fail(error);
      });
      await this.settle();
      const copy = staging.getMappedRange();
      let from = 0;
      return spans.map(({ type, count }) => {
        const numbers = new arrays[type](copy.slice(from, from + count * 4));
        from += count * 4;
        return numbers;
      });
    } finally {
      staging.destroy();
    }
  }

  submit(): void {
    this.live();
    this.core.queue.flush();
  }

  async finished({ progress, signal }: Watch = {}): Promise<void> {
    this.live();
    const { queue } = this.core;
    const unwatch = progress && queue.watch(this, progress);
    try {
      await whileWanted(
        signal,
        () => queue.drop(this),
        async () => {
          await queue.inOrder(() => undefined);
          await this.gpu.queue.onSubmittedWorkDone().catch(() => undefined);
        },
      );
    } finally {
      unwatch?.();
    }
    await this.settle();
  }

  twin(kernel: Kernel, call: Call<readonly number[] | Numbers>): Promise<Record<string, Numbers>> {
    this.owned.live();
    return this.core.twins.run(this, kernel, call);
  }

  scope(signal?: AbortSignal): GpuCompute {
    this.owned.live();
    const scope = new GpuCompute(this.core, signal, (released) => this.owned.forget(released));
    this.owned.adopt(scope);
    return scope;
  }

  release(): void {
    this.core.queue.drop(this);
    this.core.twins.drop(this);
    this.core.listeners.delete(this.fail);
    this.owned.release();
    this.left?.(this);
  }

  /** Gives the device back and ends the Workers. */
  close(): void {
    this.release();
    this.core.twins.close();
    this.gpu.destroy();
  }

  /** Waits for what the device reports, and throws what went wrong. */
  private async settle(): Promise<void> {
    await this.core.queue.checked;
    this.live();
    this.owned.throwFailure();
  }

  /** @throws when the scope is released or the device is gone. */
  private live(): void {
    this.owned.live();
    if (this.core.isLost) throw new KernelError('the graphics device was lost');
  }

  /** Stretches of tensors, one after the other in one buffer. */
  private copyOut(spans: readonly Span[]): GPUBuffer {
    const staging = this.gpu.createBuffer({
      size: spans.reduce((size, { count }) => size + count * 4, 0),
      usage: GPUBufferUsage.MAP_READ | GPUBufferUsage.COPY_DST,
    });
    const encoder = this.gpu.createCommandEncoder();
    let to = 0;
    for (const { tensor, offset, count } of spans) {
      const { buffer } = this.own(tensor);
      encoder.copyBufferToBuffer(buffer, offset * 4, staging, to, count * 4);
      to += count * 4;
    }
    this.gpu.queue.submit([encoder.finish()]);
    return staging;
  }

  private own(tensor: Tensor): GpuTensor {
    this.live();
    if (!(tensor instanceof GpuTensor)) throw new KernelError('the tensor is on another device');
    if (!tensor.live) throw new KernelError('the tensor was released');
    return tensor;
  }
}
