import { checkCall } from './check-call';
import type { Compute, Limits, Loss, Tensor } from './compute';
import { isSmall, partsOf } from './division';
import { typeOf } from './executor';
import { KernelError, type Call, type Kernel } from './kernel';
import type { ElementType, Numbers, TypedArray } from './numbers';
import { checkTurns, type Plan, type PlannedCall } from './plan';
import { blocksOf } from './plan-blocks';
import { dropped, Queue } from './queue';
import { Scope } from './scope';
import { buffersOf } from './shape';
import type { Reply, Request } from './store';
import { spanOf, type Stretch } from './stretch';
import type { Twins } from './twins';
import { whileWanted, type Watch } from './watch';
import type { Port } from './worker-port';

/** 256 MiB in one array: more than any program here asks for, less than browsers refuse. */
const LIMITS: Limits = { tensorLength: 2 ** 26 };

const ROOM = { ...LIMITS, device: 'the CPU path' };

class CpuTensor implements Tensor {
  live = true;

  constructor(
    readonly type: ElementType,
    readonly length: number,
    readonly id: number,
    private readonly free: (tensor: CpuTensor) => void,
  ) {}

  release(): void {
    if (!this.live) return;
    this.live = false;
    this.free(this);
  }
}

/** What all scopes of one CPU path share. */
interface Shared {
  readonly port: Port;
  readonly queue: Queue;
  readonly twins: Twins;
  tensors: number;
  plans: number;
}

/** Computes in Workers with the kernels' CPU forms. Every scope queues for the same ones. */
export class CpuCompute implements Compute {
  readonly device = 'cpu';
  readonly name = 'CPU';
  readonly adapter = 'cpu';
  readonly limits = LIMITS;
  readonly lost = new Promise<Loss>(() => {});
  private readonly owned = new Scope<CpuTensor>();

  private constructor(
    private readonly shared: Shared,
    signal?: AbortSignal,
    private readonly left?: (scope: CpuCompute) => void,
  ) {
    this.owned.releaseOn(signal, () => this.release());
  }

  static open(port: Port, twins: Twins): CpuCompute {
    return new CpuCompute({ port, twins, queue: new Queue(), tensors: 0, plans: 0 });
  }

  zeros(length: number, type: ElementType = 'f32'): Tensor {
    return this.create(length, type, (id) => ({ kind: 'zeros', id, type, length }));
  }

  upload(data: TypedArray): Tensor {
    // Copied now: the caller may change its array while the request waits.
    const copy = data.slice();
    return this.create(data.length, typeOf(data), (id) => ({ kind: 'upload', id, data: copy }));
  }

  write(tensor: Tensor, data: TypedArray, offset = 0): void {
    const { id } = this.own(tensor);
    if (typeOf(data) !== tensor.type) throw new KernelError(`the tensor holds ${tensor.type}`);
    if (offset < 0 || offset + data.length > tensor.length) {
      throw new KernelError(
        `${data.length} numbers from ${offset} on do not fit into ${tensor.length}`,
      );
    }
    this.queue({ kind: 'write', id, data: data.slice(), offset });
  }

  run(kernel: Kernel, call: Call<Tensor>): void {
    this.owned.live();
    this.check(kernel, call);
    const { port } = this.shared;
    const parts = partsOf(kernel, { ...call, buffers: this.ids(call) }, port.workers);
    this.queue({ kind: 'run', kernel: kernel.name, parts }, isSmall(kernel, call));
  }

  plan(calls: readonly PlannedCall[]): Plan {
    this.owned.live();
    for (const { kernel, call } of calls) this.check(kernel, call);
    const id = this.shared.plans++;
    const numbered = calls.map(({ kernel, call }) => ({
      kernel,
      call: { ...call, buffers: this.ids(call) },
    }));
    const blocks = blocksOf(numbered, this.shared.port.workers);
    this.queue({ kind: 'plan', id, blocks });
    const together = blocks.length === 1;
    const plan: Plan = {
      run: (rounds, turns = []) => {
        this.owned.live();
        checkTurns(calls, rounds, turns);
        this.queue({ kind: 'rounds', id, rounds, turns }, together);
      },
      release: () => {
        this.owned.forget(plan);
        this.afterAll({ kind: 'forget', id });
      },
    };
    this.owned.adopt(plan);
    return plan;
  }

  async read(...stretch: Parameters<Compute['read']>): Promise<TypedArray> {
    const [data] = await this.readAll([stretch]);
    return data;
  }

  async readAll(stretches: readonly Stretch[]): Promise<TypedArray[]> {
    const spans = stretches.map((stretch) => {
      const { tensor, offset, count } = spanOf(stretch);
      return { id: this.own(tensor).id, offset, count };
    });
    const { port, queue } = this.shared;
    // Small: what runs beside it runs in the same Worker, which keeps their order.
    const data = await queue.add(this, () => port.send({ kind: 'read', spans }), true);
    this.owned.throwFailure();
    return data as TypedArray[];
  }

  /** Workers begin at once, and pictures wait for `read`. */
  submit(): void {}

  async finished({ progress, signal }: Watch = {}): Promise<void> {
    this.owned.live();
    const { queue } = this.shared;
    const unwatch = progress && queue.watch(this, progress);
    try {
      await whileWanted(
        signal,
        () => queue.drop(this),
        () => queue.add(this, () => Promise.resolve()),
      );
    } finally {
      unwatch?.();
    }
    this.owned.throwFailure();
  }

  twin(kernel: Kernel, call: Call<readonly number[] | Numbers>): Promise<Record<string, Numbers>> {
    this.owned.live();
    return this.shared.twins.run(this, kernel, call);
  }

  scope(signal?: AbortSignal): CpuCompute {
    this.owned.live();
    const scope = new CpuCompute(this.shared, signal, (released) => this.owned.forget(released));
    this.owned.adopt(scope);
    return scope;
  }

  release(): void {
    this.shared.queue.drop(this);
    this.shared.twins.drop(this);
    this.owned.release();
    this.left?.(this);
  }

  /** Ends the Workers. */
  close(): void {
    this.release();
    this.shared.port.close();
    this.shared.twins.close();
  }

  private create(length: number, type: ElementType, request: (id: number) => Request): Tensor {
    this.owned.live();
    if (!Number.isInteger(length) || length < 1 || length > LIMITS.tensorLength) {
      throw new KernelError(
        `a tensor of ${length} numbers; the CPU path takes 1 to ${LIMITS.tensorLength}`,
      );
    }
    const tensor = new CpuTensor(type, length, this.shared.tensors++, (released) => {
      this.owned.forget(released);
      this.afterAll({ kind: 'release', id: released.id });
    });
    this.owned.adopt(tensor);
    this.queue(request(tensor.id));
    return tensor;
  }

  private check(kernel: Kernel, call: Call<Tensor>): void {
    checkCall(kernel, call, buffersOf(kernel), (tensor) => this.own(tensor), ROOM);
  }

  private ids({ buffers }: Call<Tensor>): Record<string, number> {
    return Object.fromEntries(
      Object.entries(buffers).map(([name, tensor]) => [name, this.own(tensor).id]),
    );
  }

  /** Not dropped with the rest: the Worker would keep for ever what is not released. */
  private afterAll(request: Request): void {
    const { port, queue } = this.shared;
    void queue.add({}, () => port.send(request)).catch(() => undefined);
  }

  private own(tensor: Tensor): CpuTensor {
    if (!(tensor instanceof CpuTensor)) throw new KernelError('the tensor is on another device');
    if (!tensor.live) throw new KernelError('the tensor was released');
    return tensor;
  }

  private queue(request: Request, small = false): void {
    const { port, queue } = this.shared;
    const sent: Promise<Reply> = queue.add(this, () => port.send(request), small);
    sent.catch((error: Error) => {
      if (error.name !== dropped().name) this.owned.fail(error);
    });
  }
}
