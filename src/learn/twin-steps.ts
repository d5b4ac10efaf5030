import type { Numbers } from '../compute/numbers';
import type { Tensor } from '../compute/tensor';
import type { Trained } from './training';

/**
 * The first steps of a training by the definitions of its kernels, in float64 throughout: what its
 * device is compared with. Call it before the training has taken a step; says what a tensor then holds.
 * `moved` may disturb all that it begins with and all that a kernel writes.
 */
export async function twinSteps(
  { tape, descent, turns }: Trained,
  steps: number,
  moved: (numbers: Numbers) => Numbers = (numbers) => numbers,
): Promise<(tensor: Tensor) => Numbers> {
  const { compute, calls } = tape;
  const tensors = [...new Set(calls.flatMap(({ call }) => Object.values(call.buffers)))];
  const begun = await compute.readAll(tensors);
  const held = new Map(tensors.map((tensor, i) => [tensor, moved(begun[i])]));
  for (let step = 0; step < steps; step += 1) {
    const now = [...descent.turns(step, 1), ...(turns?.(step, 1) ?? [])];
    for (const [i, { kernel, call }] of calls.entries()) {
      const knobs = now.flatMap((turn) =>
        turn.call === i ? [[turn.knob, turn.values[0]] as const] : [],
      );
      const buffers = Object.fromEntries(
        Object.entries(call.buffers).map(([name, tensor]) => [name, held.get(tensor)!]),
      );
      const written = await compute.twin(kernel, {
        ...call,
        knobs: { ...call.knobs, ...Object.fromEntries(knobs) },
        buffers,
      });
      for (const [name, numbers] of Object.entries(written)) {
        held.set(call.buffers[name], moved(numbers));
      }
    }
  }
  return (tensor) => held.get(tensor)!;
}
