import { shared, typeOf } from './executor';
import type { TypedArray } from './numbers';
import type { Reply, Request } from './store';
import type { Port } from './worker-port';

/** A member of the pool, the tensors it was told of, and the kernels it has loaded. */
interface Member {
  readonly port: Port;
  readonly known: Set<number>;
  readonly kernels: Set<string>;
}

/** Whether Workers can share memory: only on a page that is isolated from other origins. */
export const canShare = (): boolean =>
  globalThis.crossOriginIsolated && typeof SharedArrayBuffer === 'function';

/**
 * Several stores that share their tensors' memory, each in a Worker of its own, opened with the
 * first call. To its user it is one store that runs the parts of a call at once.
 */
export class WorkerPool implements Port {
  private readonly members: Member[] = [];
  private readonly tensors = new Map<number, TypedArray>();
  /** How many members run a plan, the first ones. */
  private readonly plans = new Map<number, number>();

  constructor(
    private readonly open: () => Port,
    readonly workers: number,
  ) {}

  async send(request: Request): Promise<Reply> {
    switch (request.kind) {
      case 'zeros':
        this.tensors.set(request.id, shared(request.type, request.length));
        return undefined;
      case 'upload':
        this.tensors.set(request.id, copied(request.data));
        return undefined;
      case 'write':
        this.tensors.get(request.id)?.set(request.data, request.offset);
        return undefined;
      case 'release':
        return this.release(request.id);
      case 'read':
        return this.told(
          0,
          request.spans.map(({ id }) => id),
        ).send(request);
      case 'run': {
        const { kernel, parts } = request;
        const running = parts.map((part, i) => {
          this.member(i).kernels.add(kernel);
          return this.told(i, Object.values(part.call.buffers)).send({ ...request, parts: [part] });
        });
        await Promise.all([...running, ...this.load(kernel)]);
        return undefined;
      }
      case 'plan': {
        const share = request.blocks.length / this.workers;
        const shares = Array.from({ length: this.workers }, (_, i) =>
          request.blocks.slice(Math.floor(i * share), Math.floor((i + 1) * share)),
        );
        // Fewer blocks than Workers: the first Worker has all of them.
        const own = share < 1 ? [request.blocks] : shares;
        this.plans.set(request.id, own.length);
        await Promise.all(own.map((blocks, i) => this.planned(i, { ...request, blocks })));
        return undefined;
      }
      case 'rounds':
        await Promise.all(this.sharing(request.id).map(({ port }) => port.send(request)));
        return undefined;
      case 'forget': {
        const sharing = this.sharing(request.id);
        this.plans.delete(request.id);
        await Promise.all(sharing.map(({ port }) => port.send(request)));
        return undefined;
      }
      case 'load':
      case 'twin':
        return this.member(0).port.send(request);
    }
  }

  close(): void {
    for (const { port } of this.members) port.close();
    this.tensors.clear();
  }

  /** The members that run a plan. */
  private sharing(plan: number): Member[] {
    return Array.from({ length: this.plans.get(plan) ?? 0 }, (_, i) => this.member(i));
  }

  private planned(i: number, request: Request & { kind: 'plan' }): Promise<Reply> {
    const calls = request.blocks.flatMap((block) => block.calls);
    const tensors = new Set(calls.flatMap(({ call }) => Object.values(call.buffers)));
    return this.told(i, [...tensors]).send(request);
  }

  private release(id: number): undefined {
    this.tensors.delete(id);
    for (const { port, known } of this.members) {
      if (known.delete(id)) void port.send({ kind: 'release', id }).catch(() => undefined);
    }
  }

  private member(i: number): Member {
    return (this.members[i] ??= { port: this.open(), known: new Set(), kernels: new Set() });
  }

  /** Loads a kernel where it is not yet, so that a larger call of it finds every member ready. */
  private load(kernel: string): Promise<Reply>[] {
    const members = Array.from({ length: this.workers }, (_, i) => this.member(i));
    const without = members.filter(({ kernels }) => !kernels.has(kernel));
    return without.map(({ port, kernels }) => {
      kernels.add(kernel);
      return port.send({ kind: 'load', kernel });
    });
  }

  /** The i-th member, told of these tensors; requests are served in order, so it knows them then. */
  private told(i: number, tensors: readonly number[]): Port {
    const { port, known } = this.member(i);
    for (const id of tensors) {
      const data = this.tensors.get(id);
      if (!data || known.has(id)) continue;
      known.add(id);
      // What goes wrong here, the request that follows meets and says.
      void port.send({ kind: 'upload', id, data }).catch(() => undefined);
    }
    return port;
  }
}

function copied(data: TypedArray): TypedArray {
  const copy = shared(typeOf(data), data.length);
  copy.set(data);
  return copy;
}
