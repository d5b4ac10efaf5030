/** What a reader can change; stride and dilation are those of every layer. */
export interface Givens {
  readonly layers: number;
  readonly kernel: number;
  readonly stride: number;
  readonly dilation: number;
}

export interface Model extends Givens {
  /** Inputs along a side from the first to the last that one output sees. */
  readonly field: number;
  readonly stack_params: number;
  readonly single_params: number;
  readonly nonlinearities_gained: number;
}

/** What the givens may be. */
export const ranges = {
  layers: { min: 1, max: 10, step: 1 },
  kernel: { min: 1, max: 11, step: 1 },
  stride: { min: 1, max: 4, step: 1 },
  dilation: { min: 1, max: 8, step: 1 },
} as const;

/** How much each layer adds to the field, from the lowest: neighbours lie ever further apart. */
export const added = ({ layers, kernel, stride, dilation }: Givens): number[] =>
  Array.from({ length: layers }, (_, l) => dilation * (kernel - 1) * stride ** l);

/** The field of stacked convolutions, and their parameters per channel, without biases. */
export function receptiveField(givens: Givens): Model {
  const { layers, kernel } = givens;
  const field = added(givens).reduce((sum, more) => sum + more, 1);
  return {
    ...givens,
    field,
    stack_params: layers * kernel ** 2,
    single_params: field ** 2,
    nonlinearities_gained: layers - 1,
  };
}
