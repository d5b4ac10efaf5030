/** The activations by number, as kernels know them. */
export const activationIndex = { none: 0, relu: 1, tanh: 2, sigmoid: 3, gelu: 4 } as const;

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));

/**
 * The activations in float64. GELU is its tanh form, x·σ(2√(2/π)·(x + 0.044715·x³)): Hendrycks and
 * Gimpel, 2016, section 2.
 */
export const activations: readonly ((x: number) => number)[] = [
  (x) => x,
  (x) => Math.max(x, 0),
  Math.tanh,
  sigmoid,
  (x) => x * sigmoid(2 * Math.sqrt(2 / Math.PI) * (x + 0.044715 * x ** 3)),
];
