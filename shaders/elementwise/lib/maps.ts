import { activationIndex, activations } from '../../lib/activation';
import { LARGEST } from '../../lib/float32';

/** Maps of one number, by the number that kernels know them by; maps.wgsl is their twin. */
export const mapIndex = { ...activationIndex, exp: 5, log: 6, square: 7 } as const;

const ROOT = Math.sqrt(2 / Math.PI);
const CUBIC = 0.044715;

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));
const geluTanh = (x: number): number => Math.tanh(ROOT * (x + CUBIC * x * x * x));

/** What is past the largest float32 is ∞. */
const bounded = (y: number): number => (y > LARGEST ? Infinity : y);

/** The maps as they are defined, by their numbers. */
export const maps: readonly ((x: number) => number)[] = [
  ...activations,
  (x) => bounded(Math.exp(x)),
  Math.log,
  (x) => bounded(x * x),
];

/** The derivatives of the activations, by their numbers; relu has 0 at its kink. */
export const slopes: readonly ((x: number) => number)[] = [
  () => 1,
  (x) => (x > 0 ? 1 : 0),
  (x) => 1 / Math.cosh(x) ** 2,
  (x) => sigmoid(x) * sigmoid(-x),
  (x) => {
    const t = geluTanh(x);
    // Where t is ±1 its slope is 0, even if the polynomial beside it overflows.
    const bend = Math.abs(t) === 1 ? 0 : (1 - t * t) * ROOT * (1 + 3 * CUBIC * x * x);
    return 0.5 * (1 + t) + 0.5 * x * bend;
  },
];

/** tanh as the quotient of polynomials of maps.wgsl: a sixth of the time of Math.tanh. */
export function quickTanh(x: number): number {
  const c = Math.max(-7.90531110763549805, Math.min(x, 7.90531110763549805));
  const s = c * c;
  let p = s * -2.76076847742355e-16 + 2.00018790482477e-13;
  p = s * p - 8.60467152213735e-11;
  p = s * p + 5.12229709037114e-8;
  p = s * p + 1.48572235717979e-5;
  p = s * p + 6.37261928875436e-4;
  p = s * p + 4.89352455891786e-3;
  let q = s * 1.19825839466702e-6 + 1.18534705686654e-4;
  q = s * q + 2.268434632439e-3;
  q = s * q + 4.89352518554385e-3;
  return (c * p) / q;
}

/** ½·(1 + tanh u) is sigmoid(2u). */
const TWICE_ROOT = 2 * ROOT;

/** gelu through one exponential. */
export const quickGelu = (x: number): number =>
  x / (1 + Math.exp(-TWICE_ROOT * (x + CUBIC * x * x * x)));
