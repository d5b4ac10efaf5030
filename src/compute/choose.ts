import type { Compute } from './compute';
import { KernelError, type Call, type Kernel, type Variant } from './kernel';

/** What a device can do, as far as the choice of a variant depends on it. */
export interface Abilities {
  readonly adapter: Compute['adapter'];
  readonly features: { has(feature: string): boolean };
}

/** The sizes of a call, and the variant it asks for, if any. */
export type Sizes = Pick<Call<unknown>, 'dimensions' | 'knobs' | 'variant'>;

function obstacle(
  { needs, barriers, fits }: Variant,
  { adapter, features }: Abilities,
  { dimensions, knobs = {} }: Sizes,
): string | undefined {
  if (needs && !features.has(needs)) return `the device has no ${needs}`;
  if (barriers && adapter !== 'hardware') return 'it needs a graphics card';
  if (fits && !fits(dimensions, knobs)) return 'it is not made for these sizes';
  return undefined;
}

/**
 * The names of the variants that can run a call on a device, in the kernel's order of preference;
 * only the one it asks for, if it asks.
 * @throws {KernelError} when there is none, saying why.
 */
export function variantsFor(kernel: Kernel, device: Abilities, call: Sizes): string[] {
  if (call.variant !== undefined) {
    const variant = kernel.variants[call.variant];
    if (!variant) throw new KernelError(`${kernel.name}: there is no variant ${call.variant}`);
    const why = obstacle(variant, device, call);
    if (!why) return [call.variant];
    throw new KernelError(`${kernel.name}: the variant ${call.variant} cannot run here: ${why}`);
  }
  const names = Object.keys(kernel.variants);
  const able = names.filter((name) => !obstacle(kernel.variants[name], device, call));
  if (able.length > 0) return able;
  throw new KernelError(`${kernel.name}: none of its variants can run here`);
}
