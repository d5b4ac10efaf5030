import type { Compute } from '../../src/compute/compute';
import { CpuCompute } from '../../src/compute/cpu';
import { findKernel } from '../../src/compute/find-kernel';
import { openCompute } from '../../src/compute/open';
import { Twins } from '../../src/compute/twins';
import { LocalPort } from '../../src/compute/worker-port';
import type { Contender } from './contender';
import type { Program } from './workload';

/** The three places where our kernels run. */
export interface Ours {
  readonly gpu: Compute;
  /** In a Worker: where a reader's work runs. */
  readonly worker: Compute;
  /** The same forms on the page's own thread, where the peers' WebAssembly runs. */
  readonly page: Compute;
}

export async function openOurs(): Promise<Ours> {
  const { compute: gpu, reason } = await openCompute('gpu');
  if (reason) throw new Error(reason.sentence);
  const { compute: worker } = await openCompute('cpu');
  const local = () => new LocalPort(findKernel);
  return { gpu, worker, page: CpuCompute.open(local(), new Twins(local)) };
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
