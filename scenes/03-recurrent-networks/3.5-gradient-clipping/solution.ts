import {
  cases,
  compare,
  constant,
  divide,
  given,
  minimum,
  named,
  norm,
  prose,
  scaleBy,
  symbolOf,
  word,
  type Prose,
  type Step,
} from '../../../src/author';
import type { Model } from './model';
import { clipGradNorm } from './task';

export function* solution(model: Model): Generator<Step> {
  const g = given('g', model.grads, { role: 'gradient', part: 'grads' });
  const limit = given('m', model.max_norm, { role: 'weight', part: 'max_norm' });

  const length = named('\\lVert g\\rVert', norm(g), { role: 'gradient', part: 'norm' });
  yield {
    id: 'norm',
    title: 'How long is it?',
    say: prose`All gradients of a network are taken as one long vector ${symbolOf(g)}. So there is one norm for all tensors: the root of the sum of all squares.`,
    lines: [length],
    highlights: ['norm', 'grads'],
    reveals: { norm: length },
  };

  const shrink = minimum(constant(1), divide(limit, length));
  const s = named(
    's',
    model.norm === 0 ? cases([[compare(length, '=', 0), constant(1)]], shrink) : shrink,
    { role: 'weight', part: 'scale' },
  );
  yield {
    id: 'scale',
    title: 'By how much is it shortened?',
    say: prose`If the norm is above the limit ${symbolOf(limit)}, the factor brings it down to ${symbolOf(limit)}. It never lengthens: ${symbolOf(s)} is at most $1$. PyTorch adds $10^{-6}$ to the norm, so as never to divide by $0$.`,
    lines: [s],
    highlights: ['scale', 'max_norm', 'norm'],
    reveals: { scale: s },
  };

  const c = named('c', scaleBy(g, s), { role: 'activation', part: 'clipped' });
  yield {
    id: 'clipped',
    title: 'The same direction, shorter',
    say: prose`Every entry is multiplied by the same factor, so the step goes the same way. Capping the entries one by one can turn it.`,
    lines: [c],
    highlights: ['clipped', 'grads', 'max_norm'],
    reveals: { clipped: c, code: word(clipGradNorm) },
  };

  const after = named('\\lVert c\\rVert', norm(c), { role: 'activation', part: 'clipped' });
  yield {
    id: 'why',
    title: 'A cure for explosion only',
    say: why(model),
    lines: [after],
    highlights: ['clipped', 'max_norm'],
  };
}

const why = ({ norm: length }: Model): Prose =>
  length === 0
    ? prose`A gradient of $0$ stays $0$: no factor brings it back. Vanishing is cured by architecture: the gates of an LSTM or a GRU, or skip connections.`
    : prose`However steep the loss, a step is now no longer than $m$ times the learning rate. A gradient that has vanished stays so: the factor is never above $1$. Vanishing needs gates, as in an LSTM or a GRU, or skip connections.`;
