import { executeTwin } from '../src/compute/executor';
import type { Numbers, TypedArray } from '../src/compute/numbers';
import type { Compute, Tensor } from '../src/compute/compute';
import { checkTurns } from '../src/compute/plan';
import { buffersOf } from '../src/compute/shape';
import { spanOf, type Stretch } from '../src/compute/stretch';

/** An array in float64, or of whole numbers. */
interface TwinTensor extends Tensor {
  data: Numbers;
}

const wide = (data: Numbers): Numbers =>
  data instanceof Float32Array ? Float64Array.from(data) : data.slice();

function tensor(data: Numbers): TwinTensor {
  const type = data instanceof Uint32Array ? 'u32' : data instanceof Int32Array ? 'i32' : 'f32';
  return { type, length: data.length, data, release() {} };
}

function copyOf(stretch: Stretch): TypedArray {
  const { tensor: held, offset, count } = spanOf(stretch);
  return (held as TwinTensor).data.slice(offset, offset + count) as TypedArray;
}

/**
 * What a program needs of a compute, run by the kernels' definitions in float64 throughout: its
 * intermediate results are not rounded to float32 either.
 */
export function twinCompute(): Compute {
  const run: Compute['run'] = (kernel, call) => {
    const buffers = Object.fromEntries(
      Object.entries(call.buffers).map(([name, held]) => [name, (held as TwinTensor).data]),
    );
    const results = executeTwin(kernel, { ...call, buffers });
    for (const { name, access } of buffersOf(kernel)) {
      if (access !== 'read') (call.buffers[name] as TwinTensor).data = results[name];
    }
  };
  const refuse = (): never => {
    throw new Error('the twin of a program is run, not queued');
  };
  return {
    device: 'cpu',
    name: 'twin',
    adapter: 'cpu',
    limits: { tensorLength: Infinity },
    lost: new Promise(() => {}),
    zeros: (length, type = 'f32') =>
      tensor(
        type === 'f32'
          ? new Float64Array(length)
          : new (type === 'u32' ? Uint32Array : Int32Array)(length),
      ),
    upload: (data: TypedArray) => tensor(wide(data)),
    write(to, data, offset = 0) {
      (to as TwinTensor).data.set(data, offset);
    },
    run,
    plan: (calls) => ({
      run(rounds, turns = []) {
        checkTurns(calls, rounds, turns);
        for (let round = 0; round < rounds; round += 1) {
          calls.forEach(({ kernel, call }, i) => {
            const mine = turns.filter((turn) => turn.call === i);
            const now = Object.fromEntries(mine.map(({ knob, values }) => [knob, values[round]]));
            run(kernel, { ...call, knobs: { ...call.knobs, ...now } });
          });
        }
      },
      release() {},
    }),
    read: (...stretch) => Promise.resolve(copyOf(stretch)),
    readAll: (stretches) => Promise.resolve(stretches.map(copyOf)),
    submit: refuse,
    finished: refuse,
    twin: refuse,
    scope: refuse,
  };
}

/** What a program puts out when every number is a float64. */
export function runTwin(
  program: (compute: Compute) => { run(): void; output: Tensor },
): Float64Array {
  const { run, output } = program(twinCompute());
  run();
  return (output as TwinTensor).data as Float64Array;
}
