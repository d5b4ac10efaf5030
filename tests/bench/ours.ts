import type { Compute } from '../../src/compute/compute';
import { CpuCompute } from '../../src/compute/cpu';
import { findKernel } from '../../src/compute/find-kernel';
import { openCompute } from '../../src/compute/open';
import { Twins } from '../../src/compute/twins';
import { LocalPort, WorkerPort } from '../../src/compute/worker-port';
import type { Contender } from './contender';
import type { Program } from './workload';

/** The three devices on which our kernels run. */
export interface Ours {
  readonly gpu: Compute;
  /** In Workers, which share a call where the page may share memory: where a reader's work runs. */
  readonly workers: Compute;
  /** The same forms on the page's own thread, where the peers' WebAssembly runs. */
  readonly page: Compute;
  /** Workers that were opened so far. */
  threads(): number;
}

export async function openOurs(): Promise<Ours> {
  // On a graphics card the first calls try the variants, as a reader's do; forgotten with the page.
  const memory = new Map<string, string>();
  const { compute: gpu, reason } = await openCompute('gpu', { memory });
  if (reason) throw new Error(reason.sentence);
  let opened = 0;
  const openPort = (): WorkerPort => {
    opened += 1;
    return new WorkerPort();
  };
  const { compute: workers } = await openCompute('cpu', { openPort });
  const local = () => new LocalPort(findKernel);
  const page = CpuCompute.open(local(), new Twins(local));
  return { gpu, workers, page, threads: () => opened };
}

/** Our program as a contender; its tensors go with it. */
export function contenderOf(compute: Compute, open: (compute: Compute) => Program): Contender {
  const scope = compute.scope();
  const { run, output } = open(scope);
  return {
    run,
    finish: () => scope.finished(),
    read: () => scope.read(output),
    release: () => scope.release(),
  };
}
