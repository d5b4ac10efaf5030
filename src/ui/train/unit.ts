import { features, type FeatureName } from '../../train/features';
import type { Settings } from '../../train/settings';
import { sizesOf } from '../../train/shape';

/** A unit of the network: layer 0 are the inputs, the last one the output; both count from 0. */
export interface Unit {
  readonly layer: number;
  readonly unit: number;
}

export const sameUnit = (a: Unit, b: Unit): boolean => a.layer === b.layer && a.unit === b.unit;

/** Its symbol: x₁², a superscript for the layer, a subscript for the unit, ŷ for the output. */
export function symbolOf({ layer, unit }: Unit, settings: Settings): string {
  if (layer === 0) return features[settings.inputs[unit] as FeatureName].tex;
  return layer === sizesOf(settings).length - 1 ? '\\hat y' : `a^{(${layer})}_${unit + 1}`;
}

/** What a reader calls it. */
export function nameOf({ layer, unit }: Unit, settings: Settings): string {
  if (layer === 0) return `input ${unit + 1}`;
  return layer === sizesOf(settings).length - 1
    ? 'the output'
    : `unit ${unit + 1} of layer ${layer}`;
}
