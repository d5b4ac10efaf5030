import type { Variant } from '../../src/compute/kernel';

/**
 * Variants for each value of a knob, which stands in front of their source as a constant
 * (`OPERATION` for `operation`): a device that computes every case of a switch, as software adapters
 * do, has then only one to compute.
 */
export function specialised(
  knob: string,
  values: Readonly<Record<string, number>>,
  variants: Readonly<Record<string, Variant>>,
): Record<string, Variant> {
  const entries = Object.entries(values).flatMap(([name, value]) =>
    Object.entries(variants).map(([form, variant]): [string, Variant] => [
      `${name} ${form}`,
      {
        ...variant,
        wgsl: `const ${knob.toUpperCase()} = ${value}u;\n${variant.wgsl}`,
        fits: (dimensions, knobs) =>
          knobs[knob] === value && (variant.fits?.(dimensions, knobs) ?? true),
      },
    ]),
  );
  return Object.fromEntries(entries);
}
