import { optimizerIndex } from '../../../shaders/optimiser/lib/optimizer';
import type { Givens } from './model';
import type { SurfaceName, views } from './surfaces';

/** What a reader can change on the At scale tab, and the givens by hand that count there too. */
export interface ScaleGivens extends Givens {
  readonly surface: SurfaceName;
  readonly expression: string;
  readonly walkers: number;
  readonly view: keyof typeof views;
}

/** What a picture depends on: while this stays the same, it need not be computed anew. */
export function relevant(givens: ScaleGivens): string {
  const { view, surface, expression, walkers, optimizer, lr, momentum, beta1 } = givens;
  const { beta2, epsilon } = givens;
  const shared = [view, surface, surface === 'own' ? expression : '', optimizer, beta2, epsilon];
  // The diagram has all learning rates and momenta in it.
  const own = view === 'phase' ? [] : [lr, momentum, beta1, view === 'surface' ? walkers : 0];
  return [...shared, ...own].join(' ');
}

/** The optimiser's knobs, as the kernels know them. */
export function optimizerSettings(givens: Givens) {
  const { optimizer, lr, momentum, beta1, beta2, epsilon } = givens;
  return { optimizer: optimizerIndex[optimizer], lr, momentum, beta1, beta2, epsilon };
}

/** Steps that the kernels of whole diagrams take in a call. */
export const CALL_STEPS = 8;

/** Adam's 1 − βᵗ after t steps. */
export const correctionsAfter = ({ beta1, beta2 }: Givens, t: number) => ({
  correction1: 1 - beta1 ** t,
  correction2: 1 - beta2 ** t,
});
