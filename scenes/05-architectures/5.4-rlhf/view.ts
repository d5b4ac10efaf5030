import {
  bars,
  boxBetween,
  cell,
  corners,
  dragVector,
  drawLabels,
  landed,
  nothing,
  picture,
  placed,
  plot,
  rowOfCells,
  showValue,
  shrunk,
  svg,
  svgText,
  traveller,
  type Bar,
  type Box,
  type Frame,
  type Plot,
  type Role,
  type Stage,
  type SVGTemplateResult,
  type Unfolding,
  type View,
} from '../../../src/author';
import { frontier, priceChart } from './curves';
import { layoutOf, type Layout } from './layout';
import { ranges, type Givens, type Model } from './model';

export const view = (stage: Stage<Givens>): View<Model> => picture(stage, draw);

/** The answers as bars over their numbers; beside them what any price leads to, and the frontier. */
function draw(model: Model, unfolding: Unfolding, frame: Frame<Givens>) {
  const layout = layoutOf(model, frame);
  return {
    height: layout.height,
    content: svg`
      ${distributions(model, unfolding, layout, frame)}
      ${table(model, unfolding, layout, frame)}
      ${results(model, unfolding, layout)}
      ${carried(model, unfolding, layout)}
      ${priceChart(model, unfolding, layout.price, frame)}
      ${frontier(model, unfolding, layout.frontier, frame)}`,
  };
}

/** Reference and policy, answer by answer. */
function distributions(
  { reference, policy }: Model,
  unfolding: Unfolding,
  layout: Layout,
  frame: Frame<Givens>,
): SVGTemplateResult {
  const chart = plot({
    box: layout.bars,
    id: frame.id('bars'),
    x: { domain: [0, reference.length], ticks: 0 },
    y: { domain: [0, 1], label: 'probability of each answer', ticks: 3 },
    left: layout.head,
  });
  const grown = unfolding.progress('policy', 0.5);
  const before = reference.map((p, i): Bar => ({
    ...{ from: i + 0.14, to: i + 0.5, value: p, role: 'input', part: `reference.${i}` },
  }));
  const after = policy.map((p, i): Bar => ({
    ...{ from: i + 0.5, to: i + 0.86, role: 'activation', part: `policy.${i}` },
    value: reference[i] + (p - reference[i]) * grown,
  }));
  return svg`${chart.axes} ${bars(chart, before)} ${grown > 0 ? bars(chart, after) : nothing}
    ${names(chart, grown > 0)}`;
}

/** Which bar is which, in a corner that is free. */
function names(chart: Plot, both: boolean): SVGTemplateResult[] {
  const { area } = chart;
  const label = (text: string, role: Role, dy: number) => ({
    ...{ text, role, needed: true },
    spots: corners(area)
      .slice(0, 1)
      .map((spot) => ({ ...spot, y: spot.y + dy })),
  });
  return drawLabels(
    placed(
      [
        label('reference $\\rho$', 'input', 0),
        ...(both ? [label('policy $\\pi$', 'activation', 20)] : []),
      ],
      area,
    ),
  );
}

const HEADS: Readonly<Record<'reward' | 'reference' | 'weights' | 'policy', [string, Role?]>> = {
  reward: ['$r$', 'value'],
  reference: ['$\\rho$', 'input'],
  weights: ['$w$'],
  policy: ['$\\pi$', 'activation'],
};

/** The numbers under the bars: two rows that are given, two that follow. */
function table(model: Model, unfolding: Unfolding, layout: Layout, { stage }: Frame<Givens>) {
  const drag = dragVector(stage, 'reward', model.reward, { ...ranges.reward, step: 0.5 });
  const row = (id: keyof typeof HEADS, look: Partial<Parameters<typeof rowOfCells>[0]>) => {
    const values = model[id];
    const boxes = values.map((_, i) => layout.cell(id, i));
    const [name, role] = HEADS[id];
    return svg`
      <text class=${`block-name role-${role ?? 'none'}`} x=${layout.bars.x + layout.head - 22}
        y=${boxes[0].y + boxes[0].height / 2 + 6} font-size="18">${svgText(name)}</text>
      ${rowOfCells({ id, values, boxes, role, ...look })}`;
  };
  const appearing = (step: string) => () => ({ visible: landed(unfolding.progress(step)) });
  return svg`
    ${row('reward', {
      style: 'short',
      cell: (i) => ({ pressed: (press: PointerEvent) => drag(press, i) }),
    })}
    ${row('reference', { style: 'short', tint: 'share' })}
    ${row('weights', { tint: 'none', cell: appearing('weights') })}
    ${row('policy', { style: 'fixed', tint: 'share', cell: appearing('policy') })}`;
}

/** What the policy earns, how far it is from the reference, and what is left. */
function results(model: Model, unfolding: Unfolding, layout: Layout): SVGTemplateResult[] {
  const all = [
    ['expected_reward', '$E[r]$', 'reward', 'value'],
    ['kl', 'KL', 'kl', 'gradient'],
    ['objective', '$J$', 'value', undefined],
  ] as const;
  return all.map(([id, name, step, role], i) => {
    const box = layout.result(i);
    return svg`
      <text class=${`block-name role-${role ?? 'none'}`} style="text-anchor: end" x=${box.x - 8}
        y=${box.y + box.height / 2 + 6} font-size="16">${svgText(name)}</text>
      ${cell(box, { value: model[id], part: id, role, visible: landed(unfolding.progress(step)) })}`;
  });
}

/** Numbers on their way to what is made of them. */
function carried(model: Model, unfolding: Unfolding, layout: Layout) {
  const fly = (step: string, pairs: readonly (readonly [number, Box, Box])[], end = 0.8) => {
    const at = unfolding.progress(step, 0, end);
    return at > 0 && at < 1
      ? pairs.map(([value, from, to]) =>
          traveller(boxBetween(shrunk(from, 0.8), shrunk(to, 0.7), at), value),
        )
      : nothing;
  };
  const rows = (from: readonly (keyof typeof HEADS)[], to: (i: number) => Box) =>
    from.flatMap((id) => model[id].map((x, i) => [x, layout.cell(id, i), to(i)] as const));
  const [earned, kl, objective] = [0, 1, 2].map(layout.result);
  return svg`
    ${fly(
      'weights',
      rows(['reward', 'reference'], (i) => layout.cell('weights', i)),
    )}
    ${fly(
      'policy',
      rows(['weights'], (i) => layout.cell('policy', i)),
      0.5,
    )}
    ${fly(
      'reward',
      rows(['policy', 'reward'], () => earned),
    )}
    ${fly(
      'kl',
      rows(['policy', 'reference'], () => kl),
    )}
    ${fly('value', [
      [model.expected_reward, earned, objective],
      [model.kl, kl, objective],
    ])}`;
}

/** The answers by what they are given with, which no formula of the solution says in words. */
export const describe = ({ reward, reference }: Model, unfolding: Unfolding): string =>
  `Bars for ${reward.length} answers: the reference is ${showValue(reference)}.` +
  (unfolding.shown('policy')
    ? ' Beside each stands the policy. A chart shows the policy at every price, from all on the best-paid answer to the reference.'
    : ' A chart beside them has the price on its axis.') +
  (unfolding.shown('kl')
    ? ' The frontier rises from the reference: each nat of KL buys less reward than the one before.'
    : '');
