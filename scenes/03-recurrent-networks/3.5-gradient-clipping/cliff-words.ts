import { show, significant } from '../../../src/author';
import type { Stop } from './descents';
import { DESCENTS, STEPS, VALLEY, type ScaleGivens } from './settings';

/** Both descents from the reader's start, and how many of all reach the valley. */
export interface Fallen {
  readonly values: ScaleGivens;
  readonly free: readonly Stop[];
  readonly clipped: readonly Stop[];
  readonly saved: { readonly free: number; readonly clipped: number };
}

const count = (n: number): string => n.toLocaleString('en');
const short = (x: number): string => show(x, significant(2));
export const limitText = (limit: number): string => String(Number(limit.toPrecision(3)));

/** The step of a descent at which its gradient is the longest. */
const steepest = (stops: readonly Stop[]): Stop =>
  stops.slice(0, -1).reduce((most, stop) => (stop.norm > most.norm ? stop : most));

export function sayFallen({ values, free, saved }: Fallen): string {
  const { limit, lr } = values;
  const { norm } = steepest(free);
  const thrown =
    norm > limit
      ? ` A gradient of norm ${short(norm)} throws the one shown a distance of ${short(lr * norm)}; clipped, no step is longer than ${short(lr * limit)}.`
      : '';
  const more = saved.clipped - saved.free;
  return `Clipping at ${limitText(limit)} saves ${more > 0 ? count(more) : 'none'} of ${count(DESCENTS)} descents: ${count(saved.clipped)} reach the valley in ${STEPS} steps, without it ${count(saved.free)}.${thrown}`;
}

export const detailFallen = `The valley is where the loss is below ${VALLEY}. At the foot of the cliff rounding decides where a step leads, so devices may count a few descents differently: what is compared are first steps off the cliff.`;

const end = (stops: readonly Stop[]): string => {
  const { w, b, loss } = stops[stops.length - 1];
  return `w = ${short(w)}, b = ${short(b)} with a loss of ${short(loss)}`;
};

export const describeFallen = (fallen: Fallen): string =>
  `The loss as a surface over both weights: a high plain, a cliff down to a valley, and a flat slope beyond. Two paths of gradient descent start at w = ${short(fallen.values.w)}, b = ${short(fallen.values.b)}. Without clipping it ends at ${end(fallen.free)}; with clipping at ${end(fallen.clipped)}. ${sayFallen(fallen)} Arrow keys turn it, plus and minus zoom, 0 brings it back.`;
