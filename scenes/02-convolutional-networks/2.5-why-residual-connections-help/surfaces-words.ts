import type { TrainingRecord } from '../../../src/learn/training-record';
import { decimals, show, significant } from '../../../src/author';
import { CLIMB, DIGITS, type Square, type Surface } from './surfaces';

/** Both surfaces, and how both networks were trained. */
export interface Measured {
  readonly square: Square;
  readonly residual: Surface;
  readonly plain: Surface;
  readonly records: { readonly residual: TrainingRecord; readonly plain: TrainingRecord };
}

const two = (x: number): string => show(x, significant(2));
const whole = (x: number): string => x.toLocaleString('en');

const valleysIn = ({ valleys }: Surface): string =>
  valleys.length === 1 ? '1 valley' : `${valleys.length} valleys`;

export const titleOf = (name: string, { trained }: Surface): string =>
  `${name}: loss ${two(trained)} when trained`;

export const heightsOf = (high: number): string => `heights: loss, 0 to ${two(high)} in both`;

/** What came out, in one sentence. */
export function saySurfaces({ square: { side }, residual, plain }: Measured): string {
  return `Trained alike, the network with skips came to a loss of ${two(residual.trained)} with ${valleysIn(residual)} around it, the plain one to ${two(plain.trained)} with ${valleysIn(plain)}, on ${side} × ${side} losses each.`;
}

/** How the losses fell in training, and what counts as a valley. */
export function detailSurfaces({ records: { residual, plain } }: Measured): string {
  const told = [1, 5, 10, residual.losses.length];
  const curve = ({ losses }: TrainingRecord): string =>
    told.map((i) => two(losses[i - 1])).join(', ');
  const steps = told.map((i) => whole(i * residual.each)).join(', ');
  return `Loss of a batch after ${steps} steps: with skips ${curve(residual)}; without ${curve(plain)}. Losses here are means over ${DIGITS} digits they learned from. A valley, marked by a dot, is left for a lower one only by a climb of more than ${CLIMB}; a finer grid may find more. Both networks normalise what each block is given. Biases are not moved.`;
}

/** The surfaces as text, with their numbers. */
export function describeSurfaces({ square: { reach }, residual, plain }: Measured): string {
  const one = (name: string, surface: Surface): string => {
    const sorted = Float32Array.from(surface.losses).sort();
    const [middle, highest] = [sorted[sorted.length >> 1], sorted[sorted.length - 1]].map((x) =>
      show(x, decimals(2)),
    );
    return `${name}: ${two(surface.trained)} in the middle, ${middle} at the median, ${highest} at the highest; ${valleysIn(surface)}.`;
  };
  return `Two surfaces of the loss around a trained network, over two random directions from −${reach} to ${reach}, on one scale of heights. ${one('With skips', residual)} ${one('Without', plain)}`;
}
