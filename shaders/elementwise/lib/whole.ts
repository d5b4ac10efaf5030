import type { Dimensions, Variant } from '../../../src/compute/kernel';

/** How many items a call has, and how many of them a workgroup takes. */
interface Items {
  readonly each: number;
  count(dimensions: Dimensions): number;
}

/**
 * A variant in two forms, told apart by a constant in front of its source: `WHOLE` is true where
 * the items fill every workgroup to the last invocation, which then need not ask whether there is
 * one for it. A software adapter loads and stores number by number wherever some invocation might
 * have nothing to do.
 */
export function wholeOrNot(
  name: string,
  variant: Variant,
  { each, count }: Items,
): Record<string, Variant> {
  const isWhole: Variant['fits'] & {} = (dimensions, knobs) => {
    const [x, y, z] = variant.workgroups(dimensions, knobs);
    return x * y * z * each === count(dimensions);
  };
  const form = (whole: boolean): Variant => ({
    ...variant,
    wgsl: `const WHOLE = ${whole};\n${variant.wgsl}`,
    fits: (dimensions, knobs) =>
      isWhole(dimensions, knobs) === whole && (variant.fits?.(dimensions, knobs) ?? true),
  });
  return { [`${name} whole`]: form(true), [name]: form(false) };
}
