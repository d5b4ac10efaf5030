/** What is computed from a point of the plane and given to the network. */
interface Feature {
  /** As formulas set it. */
  readonly tex: string;
  readonly of: (x1: number, x2: number) => number;
  /** In Python, of tensors x1 and x2. */
  readonly python: string;
}

export const features = {
  x1: { tex: 'x_1', of: (x1) => x1, python: 'x1' },
  x2: { tex: 'x_2', of: (_, x2) => x2, python: 'x2' },
  x1x1: { tex: 'x_1^2', of: (x1) => x1 * x1, python: 'x1**2' },
  x2x2: { tex: 'x_2^2', of: (_, x2) => x2 * x2, python: 'x2**2' },
  x1x2: { tex: 'x_1 x_2', of: (x1, x2) => x1 * x2, python: 'x1 * x2' },
  sinx1: { tex: '\\sin x_1', of: (x1) => Math.sin(x1), python: 'torch.sin(x1)' },
  sinx2: { tex: '\\sin x_2', of: (_, x2) => Math.sin(x2), python: 'torch.sin(x2)' },
} as const satisfies Record<string, Feature>;

export type FeatureName = keyof typeof features;
export const featureNames = Object.keys(features) as FeatureName[];

/** The inputs of the network at some points, row by row. */
export function inputsAt(
  points: readonly (readonly [number, number])[],
  names: readonly FeatureName[],
): Float32Array {
  return Float32Array.from(
    points.flatMap(([x1, x2]) => names.map((name) => features[name].of(x1, x2))),
  );
}
