import { checkSizes } from './check-call';
import type { Call, Kernel } from './kernel';
import type { Numbers } from './numbers';
import { Queue } from './queue';
import type { Port } from './worker-port';

/** Runs kernels' definitions in a Worker of their own, opened when the first is asked for. */
export class Twins {
  private readonly queue = new Queue();
  private port: Port | undefined;

  constructor(private readonly open: () => Port) {}

  /** What the kernel's definition writes, in float64. */
  async run(
    owner: object,
    kernel: Kernel,
    call: Call<readonly number[] | Numbers>,
  ): Promise<Record<string, Numbers>> {
    checkSizes(kernel, call);
    return this.queue.add(owner, async () => {
      this.port ??= this.open();
      const reply = await this.port.send({ kind: 'twin', kernel: kernel.name, call });
      return reply as Record<string, Numbers>;
    });
  }

  drop(owner: object): void {
    this.queue.drop(owner);
  }

  close(): void {
    this.port?.close();
    this.port = undefined;
  }
}
