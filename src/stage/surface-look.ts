// How a surface plot looks, whoever draws it: its camera, its light and its lines.
import type { OrbitState } from './orbit';

/** A height of 1 in the picture, where the square reaches from −1 to 1. */
export const TALL = 0.85;
/** Where the camera looks: a little above the ground. */
export const MIDDLE = 0.3;
/** Upwards, in degrees. */
export const FIELD_OF_VIEW = 30;
/** A narrow picture keeps the whole square in view. */
export const zoomFor = (aspect: number): number => Math.min(1, aspect / 1.45);
export const CONTOURS = 14;
/** How brightly a slope is lit: from this direction, this much by it and this much from around. */
export const LIGHT = { from: [-0.5, 0.8, 0.35], lit: 0.32, around: 0.72 } as const;

/** A point as the camera sees it: pixels from the top left, and how far away it is. */
export interface Sighted {
  readonly x: number;
  readonly y: number;
  readonly depth: number;
}

/** How the camera of a surface plot sees a point, y being up. */
export function sight(
  { azimuth, elevation, distance }: OrbitState,
  { width, height }: { readonly width: number; readonly height: number },
): (x: number, y: number, z: number) => Sighted {
  const [sinA, cosA] = [Math.sin(azimuth), Math.cos(azimuth)];
  const [sinE, cosE] = [Math.sin(elevation), Math.cos(elevation)];
  const scale = (zoomFor(width / height) * height) / 2 / Math.tan((FIELD_OF_VIEW * Math.PI) / 360);
  return (x, y, z) => {
    const up = y - MIDDLE;
    const outward = z * cosA + x * sinA;
    const depth = distance - (cosE * outward + sinE * up);
    return {
      x: width / 2 + (scale * (x * cosA - z * sinA)) / depth,
      y: height / 2 - (scale * (cosE * up - sinE * outward)) / depth,
      depth,
    };
  };
}
