import { afterEach, describe, expect, test, vi } from 'vitest';
import matmul from '../../../shaders/dense/matmul';
import { cpuForms } from '../../../src/compute/forms';
import { Heap } from '../../../src/compute/heap';
import { Crowded, Memory } from '../../../src/compute/memory';
import { execute } from '../../../src/compute/executor';
import { hasWasm } from '../../../src/compute/wasm';
import { scale } from './kernels';

const dimensions = { batch: 1, rows: 300, inner: 2, columns: 3 };
const knobs = { transposeA: 0, transposeB: 0, biased: 0, activation: 0 };

function call() {
  const buffers = {
    a: Float32Array.from({ length: 600 }, (_, i) => i),
    b: Float32Array.of(1, 0, 1, 0, 1, 1),
    bias: new Float32Array(3),
    c: new Float32Array(900),
  };
  return { dimensions, knobs, buffers };
}

afterEach(() => vi.unstubAllGlobals());

describe('the forms of a kernel on the CPU', () => {
  test('begin with WebAssembly where the engine has SIMD, and end with the definition', () => {
    const names = cpuForms(matmul).map(({ name }) => name);
    expect(names.slice(-3)).toEqual(['simd', 'fast', 'cpu']);
    expect(names.includes('relaxed')).toBe(hasWasm('relaxed'));
  });

  test('leave WebAssembly out where there is none', () => {
    vi.stubGlobal('WebAssembly', undefined);
    expect(cpuForms(matmul).map(({ name }) => name)).toEqual(['fast', 'cpu']);
  });

  test('leave out what an engine does not know', () => {
    const knows = (bytes: Uint8Array) =>
      !bytes.some((byte, i) => byte === 0x85 && bytes[i + 1] === 2);
    vi.stubGlobal('WebAssembly', { validate: knows });
    expect(hasWasm('simd')).toBe(true);
    expect(hasWasm('relaxed')).toBe(false);
  });

  test('are the definition alone for a kernel that has no other', () => {
    expect(cpuForms(scale).map(({ name }) => name)).toEqual(['cpu']);
  });

  test('give the same result, call after call', async () => {
    for (const form of [...cpuForms(matmul), ...cpuForms(matmul)]) {
      const given = call();
      await execute(matmul, given, form);
      const rows = Array.from({ length: 300 }, (_, i) => [2 * i, 2 * i + 1, 4 * i + 1]);
      expect(Array.from(given.buffers.c), form.name).toEqual(rows.flat());
    }
  });
});

describe('the memory of WebAssembly', () => {
  /** A module without functions but `start`. */
  const moduleIn = (memory: Memory) => new Heap(memory, { start: () => 1000 });
  const data = Float32Array.from({ length: 40_000 }, (_, i) => i);

  test('grows for what is copied in, and gives it back out', () => {
    const memory = new Memory();
    const out = new Float32Array(40_000);
    const heap = moduleIn(memory);
    heap.piece(() => {
      const [first, second] = [heap.input(data), heap.input(data, 1, 3)];
      expect([first % 16, second % 16]).toEqual([0, 0]);
      expect(first).toBeGreaterThanOrEqual(1000);
      expect(second).toBeGreaterThanOrEqual(first + 160_000);
      expect(heap.bytes).toBeGreaterThan(160_000);
      expect(memory.floats.slice(second / 4, second / 4 + 3)).toEqual(data.slice(1, 4));
      heap.outputFrom(data, out);
    });
    expect(out).toEqual(data);
  });

  test('is used again once a piece is done', () => {
    const heap = moduleIn(new Memory());
    const addresses: number[] = [];
    heap.piece(() => {
      heap.piece(() => addresses.push(heap.floats(100)));
      heap.piece(() => addresses.push(heap.floats(5)));
    });
    expect(addresses[1]).toBe(addresses[0]);
  });

  test('is where an array that lives in it is worked on, and does not grow meanwhile', () => {
    const memory = new Memory();
    const address = memory.room(8);
    const array = memory.arrayAt(address, 8);
    const heap = moduleIn(memory);
    heap.piece(() => {
      expect(heap.input(array, 2, 3)).toBe(address + 8);
      expect(heap.output(array)).toBe(address);
      expect(heap.update(array)).toBe(address);
      expect(heap.copy(array)).toBeGreaterThan(address);
      expect(heap.outputFrom(data, array)).toBe(address);
      expect(() => heap.floats(2 ** 20)).toThrow(Crowded);
    });
    expect(array).toEqual(data.slice(0, 8));
    memory.forget();
    heap.piece(() => heap.floats(2 ** 20));
    expect(memory.arrayAt(address, 8)).toEqual(data.slice(0, 8));
  });

  test('is not for a module that keeps more of it for itself than others leave', () => {
    expect(() => new Heap(new Memory(), { start: () => 2 ** 13 })).toThrow('keeps too much');
  });
});
