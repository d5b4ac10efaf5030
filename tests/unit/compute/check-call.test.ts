import { describe, expect, test } from 'vitest';
import { checkCall } from '../../../src/compute/check-call';
import { typeOf } from '../../../src/compute/executor';
import { kernel, KernelError, type Call } from '../../../src/compute/kernel';
import type { TypedArray } from '../../../src/compute/numbers';
import { buffersOf } from '../../../src/compute/shape';
import { variable } from '../../../src/math/formula';
import { probe, scale } from './kernels';

type ArrayCall = Call<TypedArray>;

const good: ArrayCall = {
  dimensions: { count: 3 },
  knobs: { factor: 2, shift: 1 },
  buffers: { x: new Float32Array(3), y: new Float32Array(3), runs: new Uint32Array(1) },
};

const check = (call: ArrayCall, definition = scale): void =>
  checkCall(
    definition,
    call,
    buffersOf(definition),
    (data) => ({ type: typeOf(data), length: data.length }),
    { tensorLength: 1000, device: 'this device' },
  );

describe('a call', () => {
  test('that fits is taken', () => {
    expect(() => check(good)).not.toThrow();
  });

  const x = good.buffers.x;
  test.each<[string, Partial<ArrayCall>, string]>([
    ['a missing dimension', { dimensions: {} }, 'the dimension count is missing'],
    ['a dimension of 0', { dimensions: { count: 0 } }, 'the dimension count is 0'],
    ['a broken dimension', { dimensions: { count: 2.5 } }, 'the dimension count is 2.5'],
    ['NaN for a dimension', { dimensions: { count: NaN } }, 'the dimension count is NaN'],
    ['a strange dimension', { dimensions: { count: 3, rows: 1 } }, 'there is no dimension rows'],
    ['a missing knob', { knobs: { factor: 1 } }, 'the knob shift is missing'],
    ['a knob out of range', { knobs: { factor: 5, shift: 0 } }, 'the knob factor is 5'],
    ['NaN for a knob', { knobs: { factor: NaN, shift: 0 } }, 'the knob factor is NaN'],
    ['a broken whole knob', { knobs: { factor: 1, shift: 0.5 } }, 'must be a whole number'],
    ['a strange knob', { knobs: { factor: 1, shift: 0, speed: 1 } }, 'there is no knob speed'],
    ['a missing buffer', { buffers: { x, y: x.slice() } }, 'the buffer runs is missing'],
    ['a strange buffer', { buffers: { ...good.buffers, z: x } }, 'there is no buffer z'],
    [
      'a wrong length',
      { buffers: { ...good.buffers, x: new Float32Array(4) } },
      'x holds 4 numbers; 3 = 3 are needed',
    ],
    [
      'a wrong type',
      { buffers: { ...good.buffers, y: new Uint32Array(3) } },
      'y holds u32; f32 is needed',
    ],
    ['one tensor read and written', { buffers: { ...good.buffers, y: x } }, 'y and x are the same'],
    ['a size over the limit', { dimensions: { count: 1001 } }, 'x would hold 1,001 numbers; this'],
    ['a slot it has not', { slots: { surface: variable('x') } }, 'there is no slot surface'],
  ])('with %s is refused', (_, change, sentence) => {
    expect(() => check({ ...good, ...change })).toThrow(KernelError);
    expect(() => check({ ...good, ...change })).toThrow(`scale: `);
    expect(() => check({ ...good, ...change })).toThrow(sentence);
  });

  test('must fill every slot, with the arguments it has', () => {
    const call = { dimensions: { count: 1 }, buffers: {} };
    expect(() => check(call, probe)).toThrow('the formula for surface is missing');
    const slots = { surface: variable('z') };
    expect(() => check({ ...call, slots }, probe)).toThrow('speaks of z, not of x, y');
  });

  test('must pass the kernel’s own check', () => {
    const odd = kernel({
      ...scale,
      check: ({ count }) => (count % 2 === 1 ? `count is ${count}; it must be even` : undefined),
    });
    expect(() => check(good, odd)).toThrow('scale: count is 3; it must be even');
  });

  test('may read one tensor twice', () => {
    const data = new Float32Array(1);
    const outputs = ['value', 'dx', 'dy'].map((name) => [name, new Float32Array(1)] as const);
    const buffers = { xs: data, ys: data, ...Object.fromEntries(outputs) };
    const call = { dimensions: { count: 1 }, buffers, slots: { surface: variable('x') } };
    expect(() => check(call, probe)).not.toThrow();
  });
});
