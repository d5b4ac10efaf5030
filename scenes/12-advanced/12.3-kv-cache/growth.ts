import {
  band,
  beside,
  dots,
  drawLabels,
  handle,
  line,
  lineToAvoid,
  nothing,
  placed,
  plot,
  rule,
  svg,
  svgText,
  type Box,
  type Frame,
  type Label,
  type Point,
  type SVGTemplateResult,
  type Unfolding,
} from '../../../src/author';
import { GIB, ranges, type Givens, type Model } from './model';

const tokens = (count: number): string => count.toLocaleString('en');

/** The cache against the context, on axes that multiply; the context is dragged. */
export function growth(
  model: Model,
  unfolding: Unfolding,
  box: Box,
  { stage, id }: Frame<Givens>,
): { content: SVGTemplateResult; foot: { x: number; y: number } } {
  const { context, per_token, batch, total, fits, shared, kv_heads } = model;
  const known = unfolding.shown('total');
  const at = (T: number): number => (T * per_token * batch) / GIB;
  const longest = unfolding.shown('fits') ? fits.map((fit) => fit.longest) : [];
  const [least, most] = [
    Math.min(256, context),
    Math.max(2 ** 18, 2 * context, ...longest.slice(0, 2)),
  ];
  const roomy = box.width > 290;
  const chart = plot({
    box,
    id: id('growth'),
    x: {
      domain: [least, most * 1.3],
      log: true,
      label: roomy ? 'context $T$, in tokens' : '$T$, in tokens',
      ticks: 5,
    },
    y: {
      domain: [at(least) * 0.8, at(most * 1.3)],
      log: true,
      label: 'cache, in GiB',
      ticks: known ? 5 : 0,
    },
    left: 56,
  });
  const filled = unfolding.progress('values');
  const drawn = unfolding.progress('total');
  const end = least * (most / least) ** drawn;
  const through = (share: number, to: number): Point[] => [
    [least, at(least) * share],
    [to, at(to) * share],
  ];
  const others = [
    { heads: shared.mha, name: 'MHA' },
    { heads: shared.gqa, name: 'GQA' },
    { heads: shared.mqa, name: 'MQA' },
  ];
  const compared = unfolding.progress('shared');
  const cards = unfolding.shown('fits') ? fits : [];
  const current: Label[] = known
    ? [
        {
          ...{
            text: `${tokens(context)} tokens`,
            shorter: tokens(context),
            role: 'input',
            part: 'total',
            needed: true,
          },
          spots: beside(chart.x(context), chart.y(total / GIB), 'right'),
        },
      ]
    : [];
  const names: Label[] =
    compared === 1
      ? others.map(({ heads, name }, i) => {
          const share = heads / kv_heads;
          return {
            ...{ text: name, role: 'weight', part: `shared.${i}`, needed: true },
            spots: [0.85, 0.7, 0.55, 0.4, 0.25].flatMap((part) => {
              const T = least * (most / least) ** part;
              return beside(chart.x(T), chart.y(at(T) * share), 'left', 6).slice(
                0,
                roomy ? undefined : 2,
              );
            }),
          };
        })
      : [];
  const full: Label[] = cards.map(({ longest: T, gib, free }, i) => ({
    ...{ text: `${gib} GiB: ${tokens(T)}`, shorter: `${gib} GiB`, part: `fits.${i}`, size: 14 },
    // The bars below name the cards as well.
    needed: roomy,
    spots: beside(chart.x(T), chart.y(free / GIB), 'left'),
  }));
  const on = (points: readonly Point[], r?: number) =>
    lineToAvoid(
      points.map(([x, y]) => [chart.x(x), chart.y(y)]),
      r,
    );
  const avoid = [
    ...on(through(1, most)),
    ...(compared > 0
      ? others.flatMap(({ heads }) =>
          heads === kv_heads ? [] : on(through(heads / kv_heads, most * 1.3)),
        )
      : []),
    // The names of the cards stand close above their lines.
    ...cards.flatMap(({ free }) =>
      on(
        chart.x.domain.map((T): Point => [T, free / GIB]),
        2,
      ),
    ),
  ];
  return {
    foot: { x: chart.x(context), y: chart.bottom - 20 },
    content: svg`${chart.axes}
      ${filled > 0 ? band(chart, { x: [least, least * (context / least) ** filled] }, { role: 'input', part: 'values' }) : nothing}
      <text class="note" data-part="batch" x=${box.x + 2} y=${chart.bottom + 39} font-size="14">${svgText(
        `$B = ${tokens(batch)}$ ${batch === 1 ? 'sequence' : 'sequences'}`,
      )}</text>
      ${chart.inside(svg`
        ${
          compared > 0
            ? others.map(({ heads }, i) =>
                heads === kv_heads
                  ? nothing
                  : line(chart, through(heads / kv_heads, most * 1.3), {
                      ...{ role: 'weight', style: 'dashed', part: `shared.${i}` },
                      opacity: compared,
                    }),
              )
            : nothing
        }
        ${drawn > 0 ? line(chart, through(1, drawn === 1 ? most * 1.3 : end), { role: 'activation', part: 'total' }) : nothing}`)}
      ${cards.map(({ free }, i) => rule(chart, { y: free / GIB }, { part: `fits.${i}` }))}
      ${rule(chart, { x: context }, { role: 'input', part: 'context' })}
      ${known ? dots(chart, [{ at: [context, total / GIB], role: 'activation', part: 'total' }], 6) : nothing}
      ${dots(
        chart,
        cards.map(({ longest: T, free }, i) => ({
          at: [T, free / GIB] as Point,
          open: true,
          part: `fits.${i}`,
        })),
        5,
      )}
      ${drawLabels(placed([...current, ...full, ...names], chart.area, avoid))}
      ${handle<Givens>({
        ...{ stage, name: 'context', from: context, range: ranges.context, along: 'x' },
        x: chart.x(context),
        y: chart.bottom,
        changes: 'the context',
        role: 'input',
        part: 'context',
        to: (dx) => niceTokens(chart.x.invert(chart.x(context) + dx)),
      })}`,
  };
}

/** A multiple of a power of two, such as people choose for a context. */
function niceTokens(T: number): number {
  const unit = 2 ** Math.max(0, Math.floor(Math.log2(Math.max(1, T))) - 3);
  return Math.round(T / unit) * unit;
}
