import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openCompute } from '../../../src/compute/open';
import type { TypedArray } from '../../../src/compute/numbers';
import { Random } from '../../../src/math/random';
import type { Field } from '../../../src/stage/field';
import { fieldPixels } from '../../../src/stage/field-2d';
import { paintField, type FieldBox } from '../../../src/stage/field-paint';
import { ramps } from '../../../src/stage/ramp';

const { compute: gpu } = await openCompute('gpu');
const { compute: cpu } = await openCompute('cpu');
afterAll(() => [gpu, cpu].forEach((compute) => compute.close()));

let host: HTMLElement;
beforeEach(() => {
  host = document.createElement('div');
  document.body.append(host);
});
afterEach(() => host.remove());

type Drawn = Omit<Field, 'data'> & { readonly data: TypedArray };

function pixelsOf(canvas: HTMLCanvasElement): Uint8ClampedArray {
  const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext('2d')!;
  copy.drawImage(canvas, 0, 0);
  return copy.getImageData(0, 0, canvas.width, canvas.height).data;
}

/** Paints with both painters and gives the largest difference of a channel. */
async function difference(field: Drawn, box: FieldBox): Promise<number> {
  const tensor = gpu.upload(field.data);
  const fromBuffer = pixelsOf(await paintField(host, { ...field, data: tensor }, gpu, box));
  const fromArray = pixelsOf(await paintField(host, field, gpu, box));
  tensor.release();
  expect(new Set(fromArray).size).toBeGreaterThan(1);
  return fromArray.reduce((most, value, i) => Math.max(most, Math.abs(value - fromBuffer[i])), 0);
}

const noise = (length: number, seed = 1): Float32Array => {
  const random = new Random(seed);
  return Float32Array.from({ length }, () => random.normal());
};

const { diverging, sequential, categorical } = ramps(false);
const dark = ramps(true);
const box = { width: 60, height: 40 };
const size = { width: 12, height: 8 };
const whole = Array.from({ length: 96 }, (_, i) => i % 9);

describe('the two painters agree to 1/255', () => {
  test.each<[string, Drawn]>([
    ['signed numbers', { ...size, data: noise(96), domain: [-1, 1], ramp: diverging }],
    [
      'signed numbers in the dark',
      { ...size, data: noise(96), domain: [-1, 1], ramp: dark.diverging },
    ],
    ['sizes', { ...size, data: noise(96), domain: [0, 2], ramp: sequential }],
    ['kinds', { ...size, data: Uint32Array.from(whole), domain: [0, 8], ramp: categorical }],
    [
      'whole numbers below 0',
      { ...size, data: Int32Array.from(whole.map((x) => x - 4)), domain: [-4, 4], ramp: diverging },
    ],
    ['planes of light', { ...size, data: noise(288), domain: [-1, 1], ramp: 'rgb' }],
    [
      'a field that begins later in its data',
      { ...size, data: noise(100), offset: 4, domain: [-1, 1], ramp: diverging },
    ],
    [
      'what is no number',
      {
        ...size,
        data: noise(96).map((x, i) => [NaN, Infinity, -Infinity, x][i % 4]),
        domain: [-1, 1],
        ramp: diverging,
      },
    ],
    [
      'light that is no number',
      { ...size, data: noise(288).fill(NaN, 5, 200), domain: [-1, 1], ramp: 'rgb' },
    ],
  ])('for %s', async (_, field) => {
    expect(await difference(field, box)).toBeLessThanOrEqual(1);
  });

  test.each([
    ['a part', { x: 2.3, y: 1.1, width: 3.7, height: 2.9 }],
    ['more than there is', { x: -3, y: -2.2, width: 20, height: 15 }],
  ])('for a view of %s', async (_, view) => {
    const field: Drawn = { ...size, data: noise(96), domain: [-1, 1], ramp: diverging };
    expect(await difference(field, { ...box, view })).toBeLessThanOrEqual(1);
  });
});

describe('a painted field', () => {
  const field: Drawn = {
    width: 2,
    height: 1,
    data: Float32Array.of(-1, 1),
    domain: [-1, 1],
    ramp: diverging,
  };

  test('shows the cells where they are, ends of the ramp at the ends of the domain', () => {
    const { data } = fieldPixels(field, 4, 1);
    const [low, high] = [diverging.table[0], diverging.table.at(-1)!];
    expect([...data]).toEqual([low, low, high, high].flatMap((colour) => [...colour, 255]));
  });

  test('leaves what lies beside it clear', () => {
    const { data } = fieldPixels(field, 4, 1, { x: -1, y: 0, width: 4, height: 1 });
    expect([3, 7, 11, 15].map((alpha) => data[alpha])).toEqual([0, 255, 255, 0]);
  });

  test('hatches what is no number, in colours of neither end', () => {
    const { data } = fieldPixels({ ...field, data: Float32Array.of(NaN, 0) }, 16, 1);
    const colours = Array.from({ length: 8 }, (_, i) => [...data.slice(4 * i, 4 * i + 3)].join());
    expect(new Set(colours)).toEqual(new Set(diverging.special.map(String)));
  });

  test('that is too short for its size is refused', async () => {
    const short = { ...field, height: 2 };
    expect(() => fieldPixels(short, 4, 1)).toThrow(RangeError);
    await expect(paintField(host, { ...short, data: gpu.zeros(2) }, gpu, box)).rejects.toThrow(
      RangeError,
    );
  });

  test('replaces its canvas when the device changes, and only then', async () => {
    const onGpu = { ...field, data: gpu.upload(field.data) };
    const onCpu = { ...field, data: cpu.upload(field.data) };
    const first = await paintField(host, onGpu, gpu, box);
    expect(await paintField(host, onGpu, gpu, box)).toBe(first);
    const second = await paintField(host, onCpu, cpu, box);
    expect(second).not.toBe(first);
    expect(await paintField(host, field, cpu, box)).toBe(second);
    expect([...host.children]).toEqual([second]);
    const third = await paintField(host, onGpu, gpu, box);
    expect(third).not.toBe(second);
    expect([...host.children]).toEqual([third]);
  });

  test('sees what was queued just before', async () => {
    const tensor = gpu.upload(Float32Array.of(0, 0));
    gpu.write(tensor, Float32Array.of(-1, 1));
    const pixels = pixelsOf(await paintField(host, { ...field, data: tensor }, gpu, box));
    expect([...pixels.slice(0, 3)]).toEqual([...diverging.table[0]]);
  });

  test('of a later call is not overpainted by an earlier one', async () => {
    const late = cpu.upload(Float32Array.of(1, 1));
    const earlier = paintField(host, { ...field, data: late }, cpu, box);
    const canvas = await paintField(host, field, cpu, box);
    await earlier;
    expect([...pixelsOf(canvas).slice(0, 3)]).toEqual([...diverging.table[0]]);
  });
});
