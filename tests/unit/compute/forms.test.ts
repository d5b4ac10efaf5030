import { afterEach, describe, expect, test, vi } from 'vitest';
import matmul from '../../../shaders/dense/matmul';
import { cpuForms } from '../../../src/compute/forms';
import { Heap } from '../../../src/compute/heap';
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

describe('the memory of a module', () => {
  /** A module without functions but `start`: its memory begins with one page of its own. */
  function empty(): Heap {
    const memory = new WebAssembly.Memory({ initial: 1 });
    return new Heap({ exports: { memory, start: () => 1000 } });
  }

  test('grows for what is copied in, and gives it back out', () => {
    const heap = empty();
    const data = Float32Array.from({ length: 40_000 }, (_, i) => i);
    const [first, second] = [heap.copyIn(data), heap.copyIn(data.subarray(0, 3))];
    expect([first % 16, second % 16]).toEqual([0, 0]);
    expect(first).toBeGreaterThanOrEqual(1000);
    expect(second).toBeGreaterThanOrEqual(first + 160_000);
    expect(heap.bytes).toBeGreaterThan(160_000);
    const out = new Float32Array(40_000);
    heap.copyOut(first, out);
    expect(out).toEqual(data);
  });

  test('is used again once it is cleared', () => {
    const heap = empty();
    const first = heap.floats(100);
    heap.clear();
    expect(heap.floats(5)).toBe(first);
  });
});
