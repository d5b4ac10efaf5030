import { describe, expect, test } from 'vitest';
import { variantsFor } from '../../../src/compute/choose';
import { kernel, KernelError, spread, type Dimensions } from '../../../src/compute/kernel';
import { scale } from './kernels';

describe('the choice of a variant', () => {
  const plain = scale.variants.plain;
  const rich = kernel({
    ...scale,
    variants: {
      subgroups: { ...plain, needs: 'subgroups' },
      tiled: { ...plain, barriers: true },
      plain,
    },
  });
  const software = { adapter: 'software', features: new Set<string>() } as const;
  const dimensions = { count: 8 };

  test('is the first that can run', () => {
    const able = { adapter: 'hardware', features: new Set(['subgroups']) } as const;
    expect(variantsFor(rich, able, { dimensions })).toEqual(['subgroups', 'tiled', 'plain']);
    const less = { ...able, features: new Set<string>() };
    expect(variantsFor(rich, less, { dimensions })).toEqual(['tiled', 'plain']);
    expect(variantsFor(rich, software, { dimensions })).toEqual(['plain']);
  });

  test('leaves out what is not made for the sizes', () => {
    const even = { ...plain, fits: ({ count }: Dimensions) => count % 2 === 0 };
    const picky = kernel({ ...scale, variants: { even, plain } });
    expect(variantsFor(picky, software, { dimensions })).toEqual(['even', 'plain']);
    expect(variantsFor(picky, software, { dimensions: { count: 7 } })).toEqual(['plain']);
    const odd = { dimensions: { count: 7 }, variant: 'even' };
    expect(() => variantsFor(picky, software, odd)).toThrow('not made for these sizes');
  });

  test('asked for by name is taken, or refused with the reason', () => {
    const ask = (variant: string) => variantsFor(rich, software, { dimensions, variant });
    expect(ask('plain')).toEqual(['plain']);
    expect(() => ask('tiled')).toThrow('needs a graphics card');
    expect(() => ask('subgroups')).toThrow('no subgroups');
    expect(() => ask('fast')).toThrow(KernelError);
  });
});

test('workgroups are folded so that no dimension passes 65,535', () => {
  expect(spread(1, 64)).toEqual([1, 1, 1]);
  expect(spread(64 * 65_535, 64)).toEqual([65_535, 1, 1]);
  const [columns, rows] = spread(64 * 65_535 + 1, 64);
  expect(columns).toBeLessThanOrEqual(65_535);
  expect(columns * rows).toBeGreaterThanOrEqual(65_536);
});
