import { variantsFor } from '../../src/compute/choose';
import type { Compute } from '../../src/compute/compute';
import type { Kernel } from '../../src/compute/kernel';
import { Random } from '../../src/math/random';
import { drawsFor, type Draw } from '../kernels/draw';
import { trialFor } from '../kernels/trial';
import { time } from './timing';

/** What a reader waits for when a kernel is asked for the first time. */
export interface FirstCall {
  readonly kernel: string;
  readonly variant: string;
  /** Milliseconds of the first call at a small size: what it compiles, and one run. */
  readonly first: number;
  /** Milliseconds of the call after it. */
  readonly again: number;
}

/** For each variant that is chosen at some of the sizes the suite draws, one such size. */
function chosenDraws(kernel: Kernel, compute: Compute, random: Random): Map<string, Draw> {
  const abilities = { adapter: compute.adapter, features: compute.gpu!.features };
  const chosen = new Map<string, Draw>();
  for (const draw of drawsFor(kernel, random)) {
    const [variant] = variantsFor(kernel, abilities, draw);
    if (!chosen.has(variant)) chosen.set(variant, draw);
  }
  return chosen;
}

/** Every kernel's programs, each for the first time in this page. */
export async function firstCalls(
  kernels: readonly Kernel[],
  compute: Compute,
): Promise<FirstCall[]> {
  const random = new Random(1);
  const calls: FirstCall[] = [];
  for (const kernel of kernels) {
    for (const [variant, draw] of chosenDraws(kernel, compute, random)) {
      const scope = compute.scope();
      const trial = trialFor(kernel, draw, random);
      const buffers = Object.fromEntries(
        Object.entries(trial.buffers).map(([name, data]) => [name, scope.upload(data)]),
      );
      await scope.finished();
      const timed = {
        run: () => scope.run(kernel, { ...trial, buffers }),
        finish: () => scope.finished(),
      };
      const first = await time(timed);
      calls.push({ kernel: kernel.name, variant, first, again: await time(timed) });
      scope.release();
    }
  }
  return calls;
}
