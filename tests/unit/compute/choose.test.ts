import { describe, expect, test } from 'vitest';
import { chooseVariant } from '../../../src/compute/choose';
import { kernel, KernelError, spread } from '../../../src/compute/kernel';
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

  test('is the first that can run', () => {
    const able = { adapter: 'hardware', features: new Set(['subgroups']) } as const;
    expect(chooseVariant(rich, able)).toBe(rich.variants.subgroups);
    expect(chooseVariant(rich, { ...able, features: new Set() })).toBe(rich.variants.tiled);
    expect(chooseVariant(rich, software)).toBe(plain);
  });

  test('asked for by name is taken, or refused with the reason', () => {
    expect(chooseVariant(rich, software, 'plain')).toBe(plain);
    expect(() => chooseVariant(rich, software, 'tiled')).toThrow('needs a graphics card');
    expect(() => chooseVariant(rich, software, 'subgroups')).toThrow('no subgroups');
    expect(() => chooseVariant(rich, software, 'fast')).toThrow(KernelError);
  });
});

test('workgroups are folded so that no dimension passes 65,535', () => {
  expect(spread(1, 64)).toEqual([1, 1, 1]);
  expect(spread(64 * 65_535, 64)).toEqual([65_535, 1, 1]);
  const [columns, rows] = spread(64 * 65_535 + 1, 64);
  expect(columns).toBeLessThanOrEqual(65_535);
  expect(columns * rows).toBeGreaterThanOrEqual(65_536);
});
