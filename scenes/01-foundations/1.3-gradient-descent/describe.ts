import { show, showShort } from '../../../src/author';
import { formatOf, optimizers, type Model } from './model';
import { reached } from './progress';
import { shownAt } from './solution';

/** Iterates named one by one before the list is cut short. */
const NAMED = 12;

/** The picture in words, as far as it is unfolded at time t. */
export function describe(model: Model, t: number): string {
  const { c, w0, lr, steps, iterates, gradients, multiplier, regime } = model;
  const at = shownAt(model);
  const parts = [
    `The parabola f of w = (w − ${showShort(c)})², and a point on it at w = ${showShort(w0)}; ${optimizers[model.optimizer]} with learning rate ${showShort(lr)}.`,
  ];
  if (t >= at.slope) parts.push(`The slope there is ${shown(gradients[0])}.`);
  const known = Math.floor(reached(model, t));
  if (known > 0) {
    const list = iterates.slice(1, known + 1).map(shown);
    const text =
      list.length > NAMED
        ? `${list.slice(0, NAMED - 1).join(', ')} … ${list[list.length - 1]}`
        : list.join(', ');
    parts.push(`The path steps down to w = ${text}.`);
    const errors = [0, known].map((k) => shown(Math.abs(iterates[k] - c)));
    parts.push(
      `Below, on a log axis, the error goes from ${errors[0]} to ${errors[1]} in ${known} of ${steps} steps.`,
    );
  }
  if (t >= at.multiplier) {
    parts.push(
      `Every step multiplies the error by ${show(multiplier)}${multiplier === 0 ? ': one step lands on c' : ''}.`,
    );
  }
  if (t >= at.fixed) parts.push(`The fixed point is ${show(c)}.`);
  if (t >= at.regime) parts.push(`The run ${regime}.`);
  return parts.join(' ');
}

const shown = (x: number): string => show(x, formatOf(x));
