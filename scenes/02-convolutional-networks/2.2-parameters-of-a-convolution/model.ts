/** What a reader can change. */
export interface Givens {
  readonly in_channels: number;
  readonly filters: number;
  /** The side of the square window. */
  readonly kernel: number;
  readonly bias: boolean;
  /** Groups of channels, each with filters of its own. */
  readonly groups: number;
}

export interface Model extends Givens {
  /** Channels that one filter sees: those of its group. */
  readonly seen: number;
  /** Weights of one filter. */
  readonly weights: number;
  /** Weights of one filter, and its bias. */
  readonly per_filter: number;
  readonly params: number;
  /** Numbers that a fully connected layer takes, and gives, for an image of `SIDE` × `SIDE`. */
  readonly inputs: number;
  readonly outputs: number;
  readonly dense_params: number;
}

/** The side of the image that the fully connected layer is laid out for. */
export const SIDE = 32;

/** Parameters of a two-dimensional convolution, and of the fully connected layer in its place. */
export function countParameters(givens: Givens): Model {
  const { in_channels, filters, kernel, bias, groups } = givens;
  const seen = in_channels / groups;
  const weights = seen * kernel * kernel;
  const per_filter = weights + (bias ? 1 : 0);
  const [inputs, outputs] = [in_channels * SIDE * SIDE, filters * SIDE * SIDE];
  return {
    ...givens,
    seen,
    weights,
    per_filter,
    params: filters * per_filter,
    inputs,
    outputs,
    dense_params: inputs * outputs + (bias ? outputs : 0),
  };
}
