import { optimizerIndex } from '../../../shaders/lib/optimizer';
import type { Givens } from './model';
import type { SurfaceName, views } from './surfaces';

/** What a reader can change on the At scale tab, and the givens by hand that count there too. */
export interface ScaleGivens extends Givens {
  readonly surface: SurfaceName;
  readonly expression: string;
  readonly walkers: number;
  readonly view: keyof typeof views;
}

/** The optimiser's knobs, as the kernels know them. */
export function optimizerSettings(givens: Givens) {
  const { optimizer, lr, momentum, beta1, beta2, epsilon } = givens;
  return { optimizer: optimizerIndex[optimizer], lr, momentum, beta1, beta2, epsilon };
}

/** Adam's 1 − βᵗ after t steps. */
export const correctionsAfter = ({ beta1, beta2 }: Givens, t: number) => ({
  correction1: 1 - beta1 ** t,
  correction2: 1 - beta2 ** t,
});

/** Steps that the kernels take in one dispatch, at most. */
export const A_DISPATCH = 8;

/** Walker steps between two looks at the clock and the signal: some 30 ms on each kind of device. */
export const PIECE = { hardware: 2e8, software: 4e6, cpu: 2.5e5 } as const;

export const aborted = (): DOMException => new DOMException('A newer request came.', 'AbortError');
