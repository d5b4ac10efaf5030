import type { Numbers } from '../compute/numbers';
import type { Tensor } from '../compute/tensor';
import type { Tape } from './tape';

/**
 * What a tape's calls write when its kernels' definitions run them in float64 throughout: a result is
 * handed on unrounded. Nothing of it has to have run on the device, from which only what is given is read.
 */
export async function twinOf({ compute, calls }: Tape): Promise<(tensor: Tensor) => Numbers> {
  const written = new Map<Tensor, Numbers>();
  for (const { kernel, call } of calls) {
    const buffers: Record<string, Numbers> = {};
    for (const [name, tensor] of Object.entries(call.buffers)) {
      buffers[name] = written.get(tensor) ?? (await compute.read(tensor));
    }
    const results = await compute.twin(kernel, { ...call, buffers });
    for (const [name, numbers] of Object.entries(results)) {
      written.set(call.buffers[name], numbers);
    }
  }
  return (tensor) => written.get(tensor)!;
}
