import * as jax from '@jax-js/jax';
import type { Contender, Openers } from '../contender';
import type { Shaped } from './tfjs';

let ready: Promise<unknown> | undefined;

async function select(): Promise<void> {
  ready ??= jax.init('webgpu');
  await ready;
  jax.defaultDevice('webgpu');
}

async function open(
  inputs: readonly Shaped[],
  operation: (...inputs: jax.Array[]) => jax.Array,
): Promise<Contender> {
  await select();
  const arrays = inputs.map(({ data, shape }) =>
    jax.numpy.array(data.slice(), { shape, device: 'webgpu' }),
  );
  const compiled = jax.jit(operation);
  /** Of all runs that are not waited for yet, and of the last: what is disposed of is not computed. */
  let outputs: jax.Array[] = [];
  return {
    select,
    run() {
      outputs.push(compiled(...arrays.map((array) => array.ref)));
    },
    async finish() {
      await jax.blockUntilReady(outputs);
      for (const output of outputs.slice(0, -1)) output.dispose();
      outputs = outputs.slice(-1);
    },
    read: () => outputs[0].ref.data(),
    release() {
      for (const array of [...arrays, ...outputs]) array.dispose();
    },
  };
}

/** A jitted function on jax-js's WebGPU device. */
export const onJax = (
  inputs: () => readonly Shaped[],
  operation: (...inputs: jax.Array[]) => jax.Array,
): Openers => ({ 'jax-webgpu': () => open(inputs(), operation) });

export { jax };
