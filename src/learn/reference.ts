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
  const given = givenTo(calls);
  const numbers = await compute.readAll(given);
  const held = new Map<Tensor, Numbers>(given.map((tensor, i) => [tensor, numbers[i]]));
  for (const { kernel, call } of calls) {
    const buffers: Record<string, Numbers> = {};
    for (const { name, access } of buffersOf(kernel)) {
      if (access !== 'write') buffers[name] = held.get(call.buffers[name])!;
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

/** What calls read before one of them writes it. */
function givenTo(calls: readonly PlannedCall[]): Tensor[] {
  const given = new Set<Tensor>();
  const written = new Set<Tensor>();
  for (const { kernel, call } of calls) {
    const uses = buffersOf(kernel).map(({ name, access }) => ({ access, own: call.buffers[name] }));
    for (const { access, own } of uses) if (access !== 'write' && !written.has(own)) given.add(own);
    for (const { access, own } of uses) if (access !== 'read') written.add(own);
  }
  return [...given];
}
