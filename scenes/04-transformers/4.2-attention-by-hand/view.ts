import {
  LEGEND,
  boxAround,
  chain,
  dragEntries,
  isStamped,
  landed,
  mapMatrix,
  nothing,
  picture,
  productMotion,
  rowMotion,
  stampMotion,
  svg,
  sweepCell,
  tintLegend,
  transpose,
  type Block,
  type Frame,
  type Role,
  type Stage,
  type Unfolding,
  type View,
} from '../../../src/author';
import type { Givens, Model } from './model';

/** The matrices in a chain: Q·Kᵀ, divided, through the softmax, times V. */
export const view = (stage: Stage<Givens>): View<Model> => picture(stage, draw);

/** Room below the chain, for the legend. */
const FOOT = LEGEND.height + 14;

function draw(model: Model, unfolding: Unfolding, { stage, width, height, id }: Frame<Givens>) {
  const given = (name: 'Q' | 'K' | 'V', role: Role, says: string) => ({
    ...{ id: name, name: `$${name}$`, role, says, values: model[name], style: 'short' as const },
    pressed: dragEntries(stage, name, model[name], { min: -1e6, max: 1e6, step: 0.5 }),
  });
  const Q = given('Q', 'input', 'queries');
  const V = given('V', 'value', 'values');
  const keys = given('K', 'weight', 'keys, transposed');
  const K: Block = {
    ...keys,
    name: '$K^\\top$',
    values: transpose(model.K),
    part: (i, j) => `K.${j}.${i}`,
    pressed: (event, i, j) => keys.pressed(event, j, i),
  };
  const scores = scoresBlock(model, unfolding);
  const weights: Block = {
    id: 'weights',
    name: 'weights $A$',
    says: 'each row sums to 1',
    role: 'activation',
    ...{ style: 'share', tint: 'share' },
    values: model.weights,
    // A softmax needs its whole row: rows appear one by one.
    visible: (i) => landed(unfolding.sweep('weights', i, model.weights.length)),
  };
  const out: Block = {
    id: 'out',
    name: 'out',
    says: 'a mix of the values',
    values: model.out,
    visible: (i, j) => landed(sweepCell(unfolding, 'out', model.out, i, j)),
  };

  const drawn = chain({ width, height: height - FOOT, stage }, [
    [Q, '·', K, '=', scores],
    { arrow: between(model, unfolding) },
    [weights, '·', V, '=', out],
  ]);
  const at = ({ id: name, values }: Block) => ({ grid: drawn.grid(name), values });
  const ends = [V, out].map((block) => boxAround(at(block).grid));
  const right = Math.max(...ends.map((box) => box.x + box.width));
  const full = Math.max(height, drawn.height + FOOT);
  return {
    height: full,
    content: svg`
      ${drawn.content}
      ${productMotion(unfolding, 'scores', [at(Q), at(K), at(scores)])}
      ${stampMotion(unfolding, 'scaled', at(scores), divisor(model))}
      ${stampMotion(unfolding, 'mask', at(scores), '+ mask')}
      ${rowMotion(unfolding, 'weights', [at(scores), at(weights)])}
      ${productMotion(unfolding, 'out', [at(weights), at(V), at(out)])}
      ${tintLegend(right - LEGEND.width, full - LEGEND.height, 'sign', id('signs'))}
      ${
        unfolding.progress('weights') > 0
          ? tintLegend(at(weights).grid.x, full - LEGEND.height, 'share', id('shares'))
          : nothing
      }`,
  };
}

const divisor = ({ d_k }: Model): string => `$\\div\\sqrt{${d_k}}$`;

/** The scores, which are divided and masked where they stand. */
function scoresBlock(model: Model, unfolding: Unfolding): Block {
  const { scores, scaled, mask } = model;
  const divided = (i: number, j: number) => isStamped(unfolding, 'scaled', scores, i, j);
  const masked = (i: number, j: number) => isStamped(unfolding, 'mask', scores, i, j);
  return {
    id: 'scores',
    name: unfolding.shown('scaled') ? `$QK^\\top\\div\\sqrt{${model.d_k}}$` : '$QK^\\top$',
    says: unfolding.shown('scaled') ? 'scaled scores' : 'scores',
    style: 'short',
    values: mapMatrix(
      scores,
      (s, i, j) => (divided(i, j) ? scaled[i][j] : s) + (masked(i, j) ? mask[i][j] : 0),
    ),
    part: (i, j) =>
      [masked(i, j) && 'masked', divided(i, j) && 'scaled', 'scores']
        .flatMap((name) => (name ? `${name}.${i}.${j}` : []))
        .join(' '),
    visible: (i, j) => landed(sweepCell(unfolding, 'scores', scores, i, j)),
  };
}

/** What has still to happen to the scores before they are weights. */
function between(model: Model, unfolding: Unfolding): string {
  const before = [
    ...(unfolding.shown('scaled') ? [] : [divisor(model)]),
    ...(model.causal && !unfolding.shown('mask') ? ['mask'] : []),
  ];
  return [...before, before.length > 0 ? 'then softmax each row' : 'softmax each row'].join(', ');
}
