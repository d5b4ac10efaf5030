import { beside, equalsSign, show, showShort, type Label } from '../../../src/author';
import { arcOf, footOf, gapOf, type Dialled, type partsAt } from './dialled';
import { between } from './turns';

const NAMES: Readonly<Record<string, string>> = {
  ...{ q: '$q$', k: '$k$', turned_q: '$q_m$', turned_k: '$k_n$', apart_k: '$k_d$' },
  ...{ moved_q: '$q_{m + \\Delta}$', moved_k: '$k_{n + \\Delta}$' },
};

/** The names of the arrows at their ends. */
export const named = ({ q, k, to }: Dialled, parts: ReturnType<typeof partsAt>): Label[] =>
  (['q', 'k'] as const).map((name) => {
    const [x, y] = name === 'q' ? q : k;
    return {
      text: NAMES[parts[name]],
      role: name === 'q' ? 'input' : 'value',
      part: parts[name],
      ...{ tone: 'strong', size: 20, needed: true },
      spots: beside(...to([x, y]), x < 0 ? 'left' : 'right', 14),
    };
  });

/** By how much each was turned, once that is known. */
export function angleLabels(dialled: Dialled): Label[] {
  const { model, unfolding } = dialled;
  const { m, n, theta, shift, relative } = model;
  const says =
    unfolding.progress('shift') > 0
      ? unfolding.shown('shift')
        ? { q: ['(m + \\Delta)', m + shift], k: ['(n + \\Delta)', n + shift] }
        : {}
      : unfolding.shown('relative')
        ? { k: ['d', relative] }
        : unfolding.shown('turn') && unfolding.progress('relative') === 0
          ? { q: ['m', m], k: ['n', n] }
          : {};
  return Object.entries(says).map(([name, [symbol, positions]]): Label => {
    const key = name as 'q' | 'k';
    const way = arcOf(dialled, key);
    const spots = [0.5, 0.35, 0.65, 0.2, 0.8].flatMap((share) =>
      beside(...way[Math.round(share * (way.length - 1))], 'right', 16),
    );
    return {
      text: `$${symbol}\\theta$ ${equalsSign(Number(positions) * theta)} ${showShort(Number(positions) * theta)}`,
      role: key === 'q' ? 'input' : 'value',
      part: key === 'q' ? 'alpha' : 'beta',
      spots,
    };
  });
}

export function scoreLabel(dialled: Dialled): Label {
  const { model, unfolding, to } = dialled;
  const moved = unfolding.shown('shift');
  const score = moved ? model.dot_shifted : model.dot;
  const [x, y] = footOf(dialled) ?? [0, 0];
  return {
    text: `$${moved ? "s'" : 's'}$ ${equalsSign(score)} ${show(score)}`,
    ...{ role: 'activation', part: moved ? 'dot_shifted' : 'dot', tone: 'strong', size: 18 },
    needed: true,
    spots: beside(...to([x / 2, y / 2]), 'right', 16),
  };
}

/** It stays as both are turned alike. */
export function gapLabel(dialled: Dialled): Label {
  const { q, k, unfolding, to } = dialled;
  const angle = Math.abs(between(q, k));
  return {
    text: `angle ${equalsSign(angle)} ${showShort(angle)}`,
    ...{ role: 'activation', part: 'gap', opacity: unfolding.progress('dot'), needed: true },
    spots: [1.5, 2, 2.6, 3.2].flatMap((further) => {
      const points = gapOf(dialled, further);
      const [x, y] = points[Math.round(points.length / 2)];
      return beside(x, y, x < to([0, 0])[0] ? 'left' : 'right', 4);
    }),
  };
}
