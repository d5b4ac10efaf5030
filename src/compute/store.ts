import { execute, executeTwin, zeros } from './executor';
import { cpuForms } from './forms';
import { KernelError, type Call, type Kernel } from './kernel';
import type { ElementType, Numbers, TypedArray } from './numbers';
import { runPart, type Part } from './part';
import type { Turn } from './plan';
import type { Block } from './plan-blocks';
import { Residents } from './residents';
import { rangeIn, readyToRun, runRounds, type ReadyBlock } from './rounds';
import { Scratch } from './scratch';

/** What can be asked of a Worker that holds tensors by number and runs kernels by name. */
export type Request =
  | {
      readonly kind: 'zeros';
      readonly id: number;
      readonly type: ElementType;
      readonly length: number;
    }
  | { readonly kind: 'upload'; readonly id: number; readonly data: TypedArray }
  | {
      readonly kind: 'write';
      readonly id: number;
      readonly data: TypedArray;
      readonly offset: number;
    }
  | {
      readonly kind: 'read';
      readonly spans: readonly {
        readonly id: number;
        readonly offset: number;
        readonly count: number;
      }[];
    }
  | { readonly kind: 'release'; readonly id: number }
  | { readonly kind: 'load'; readonly kernel: string }
  | { readonly kind: 'run'; readonly kernel: string; readonly parts: readonly Part<number>[] }
  | {
      readonly kind: 'plan';
      readonly id: number;
      readonly blocks: readonly Block[];
    }
  | {
      readonly kind: 'rounds';
      readonly id: number;
      readonly rounds: number;
      readonly turns: readonly Turn[];
    }
  | { readonly kind: 'forget'; readonly id: number }
  | {
      readonly kind: 'twin';
      readonly kernel: string;
      readonly call: Call<readonly number[] | Numbers>;
    };

/** What comes back: arrays for `read`, arrays by name for `twin`, nothing for the others. */
export type Reply = TypedArray[] | Record<string, Numbers> | undefined;

/** What the Worker posts back for a request. */
export interface Answer {
  readonly id: number;
  readonly reply?: Reply;
  readonly error?: string;
}

/** Finds a kernel by the stem of its files. */
export type FindKernel = (name: string) => Promise<Kernel>;

/** Tensors by number, and the kernels that run on them: what a Worker does with its requests. */
export class Store {
  private readonly tensors = new Map<number, TypedArray>();
  private readonly plans = new Map<number, readonly ReadyBlock[]>();
  private readonly scratch = new Scratch();

  constructor(private readonly find: FindKernel) {}

  /** @throws {KernelError} when the kernel or a tensor is not there, or the call does not fit. */
  async handle(request: Request): Promise<Reply> {
    switch (request.kind) {
      case 'zeros':
        this.tensors.set(request.id, zeros(request.type, request.length));
        return undefined;
      case 'upload':
        this.tensors.set(request.id, request.data);
        return undefined;
      case 'write':
        this.tensor(request.id).set(request.data, request.offset);
        return undefined;
      case 'read':
        return request.spans.map(({ id, offset, count }) =>
          this.tensor(id).slice(offset, offset + count),
        );
      case 'release':
        this.tensors.delete(request.id);
        return undefined;
      case 'load':
        await cpuForms(await this.find(request.kernel))[0].ready();
        return undefined;
      case 'run': {
        const kernel = await this.find(request.kernel);
        for (const part of request.parts) await this.run(kernel, part);
        return undefined;
      }
      case 'plan':
        this.plans.set(
          request.id,
          await Promise.all(request.blocks.map((block) => this.block(block))),
        );
        return undefined;
      case 'rounds':
        for (const block of this.plans.get(request.id) ?? []) runRounds(block, request);
        return undefined;
      case 'forget':
        this.plans.delete(request.id);
        return undefined;
      case 'twin':
        return executeTwin(await this.find(request.kernel), request.call);
    }
  }

  private async block({ calls, ranges }: Block): Promise<ReadyBlock> {
    const copies: ReadyBlock['copies'][number][] = [];
    const ids = new Set(calls.flatMap(({ call }) => Object.values(call.buffers)));
    const own = new Map<number, TypedArray>();
    for (const id of ids) {
      const data = this.tensor(id);
      own.set(id, id in ranges ? rangeIn(data, ranges[id], copies) : data);
    }
    const ready = calls.map(async ({ kernel, call }) => {
      const buffers = Object.entries(call.buffers).map(
        ([name, id]) => [name, own.get(id)!] as const,
      );
      const found = await this.find(kernel);
      return readyToRun(found, { ...call, buffers: Object.fromEntries(buffers) });
    });
    const made = await Promise.all(ready);
    return { calls: made, copies, residents: new Residents(made) };
  }

  private arrays({ buffers }: Call<number>): Record<string, TypedArray> {
    return Object.fromEntries(Object.entries(buffers).map(([name, id]) => [name, this.tensor(id)]));
  }

  private run(kernel: Kernel, { call, ranges }: Part<number>): Promise<void> {
    const buffers = this.arrays(call);
    return runPart(kernel, { call: { ...call, buffers }, ranges }, this.scratch, (part) =>
      execute(kernel, part),
    );
  }

  private tensor(id: number): TypedArray {
    const tensor = this.tensors.get(id);
    if (!tensor) throw new KernelError('a tensor was released before it was used');
    return tensor;
  }
}
