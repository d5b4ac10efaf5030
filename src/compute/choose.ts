import type { Compute } from './compute';
import { KernelError, type Kernel, type Variant } from './kernel';

/** What a device can do, as far as the choice of a variant depends on it. */
export interface Abilities {
  readonly adapter: Compute['adapter'];
  readonly features: { has(feature: string): boolean };
}

function obstacle(variant: Variant, { adapter, features }: Abilities): string | undefined {
  if (variant.needs && !features.has(variant.needs)) return `the device has no ${variant.needs}`;
  if (variant.barriers && adapter !== 'hardware') return 'it needs a graphics card';
  return undefined;
}

/**
 * The variant of a kernel that runs on a device: the first it can run, or the one asked for.
 * @throws {KernelError} when there is none, saying why.
 */
export function chooseVariant(kernel: Kernel, device: Abilities, asked?: string): Variant {
  if (asked !== undefined) {
    const variant = kernel.variants[asked];
    if (!variant) throw new KernelError(`${kernel.name}: there is no variant ${asked}`);
    const why = obstacle(variant, device);
    if (why) throw new KernelError(`${kernel.name}: the variant ${asked} cannot run here: ${why}`);
    return variant;
  }
  const variant = Object.values(kernel.variants).find((each) => !obstacle(each, device));
  if (!variant) throw new KernelError(`${kernel.name}: none of its variants can run here`);
  return variant;
}
