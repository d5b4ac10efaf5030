import { buffersOf } from '../compute/shape';
import type { Compute, Tensor } from '../compute/compute';
import type { Numbers } from '../compute/numbers';
import type { PlannedCall } from '../compute/plan';

/**
 * What a tape's calls write when every number between them is a float64: their kernels' twins, one after
 * the other. What they begin with is read from its tensors.
 */
export async function inFloat64(
  compute: Compute,
  calls: readonly PlannedCall[],
): Promise<(tensor: Tensor) => Numbers> {
  const held = new Map<Tensor, Numbers>();
  for (const { kernel, call } of calls) {
    const buffers: Record<string, Numbers> = {};
    for (const { name, access } of buffersOf(kernel)) {
      if (access === 'write') continue;
      const tensor = call.buffers[name];
      buffers[name] = held.get(tensor) ?? (await compute.read(tensor));
    }
    const written = await compute.twin(kernel, { ...call, buffers });
    for (const [name, numbers] of Object.entries(written)) held.set(call.buffers[name], numbers);
  }
  return (tensor) => {
    const numbers = held.get(tensor);
    if (!numbers) throw new Error('no call writes this tensor');
    return numbers;
  };
}
