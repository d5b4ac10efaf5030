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
  let output: jax.Array | undefined;
  return {
    select,
    run() {
      output?.dispose();
      output = compiled(...arrays.map((array) => array.ref));
    },
    async finish() {
      await output!.blockUntilReady();
    },
    read: () => output!.ref.data(),
    release() {
      for (const array of [...arrays, output]) array?.dispose();
    },
  };
}

/** A jitted function on jax-js's WebGPU device. */
export const onJax = (
  inputs: () => readonly Shaped[],
  operation: (...inputs: jax.Array[]) => jax.Array,
): Openers => ({ 'jax-webgpu': () => open(inputs(), operation) });

export { jax };
