import type { Matrix, Vector } from './value';

/** A vector of the plane, turned counter-clockwise by an angle in radians. */
export const rotated = ([x, y]: Vector, angle: number): [number, number] => [
  x * Math.cos(angle) - y * Math.sin(angle),
  x * Math.sin(angle) + y * Math.cos(angle),
];

/** The matrix that turns the plane so. */
export const rotationMatrix = (angle: number): Matrix => [
  [Math.cos(angle), -Math.sin(angle)],
  [Math.sin(angle), Math.cos(angle)],
];
