import {
  boxBetween,
  eased,
  fillOf,
  handle,
  nothing,
  outline,
  show,
  significant,
  svg,
  svgText,
  type Box,
  type Frame,
  type Role,
  type SVGTemplateResult,
  type Unfolding,
} from '../../../src/author';
import { LONG_NAMES, type Layout, type Row } from './layout';
import { divisorsOf, ranges, type Givens, type Model } from './model';

/** Heads whose weights are told apart have tiles of this size at least. */
const LEAST_TILE = 22;

/** The weight whose tint is full: among five tokens few are larger. */
const FULL = 0.7;

/** From the tokens through the heads to the output, from top to bottom. */
export function flow(
  model: Model,
  unfolding: Unfolding,
  layout: Layout,
  { stage }: Frame<Givens>,
): SVGTemplateResult {
  const { d_model, d_k, heads, cost } = model;
  const { tokens, queries, keys, values, weights, joined, output } = layout;
  const cut = unfolding.progress('width');
  const first = layout.slice(tokens, 0);
  const come = (step: string, head: number): number => unfolding.sweep(step, head, heads);
  const joinedSo = (head: number): number => {
    const progress = eased(unfolding.progress('output', 0, 0.6));
    return Math.min(1, Math.max(0, progress * heads - head));
  };
  return svg`
    ${name(tokens, 'tokens', `${'$d$'} = ${d_model}`)}
    ${stripe(tokens, 'input', 'd_model', 1)}
    ${cuts(layout, tokens, heads)}
    ${
      cut > 0
        ? svg`<text class="note" data-part="d_k" opacity=${cut} font-size="14" x=${first.x + 1}
            y=${tokens.y + tokens.height + 20}>${svgText(heads > 1 ? `a head: $d_k$ = ${d_k}` : `one head: $d_k$ = ${d_k}`)}</text>`
        : nothing
    }
    ${handle({
      ...{ x: first.x + first.width, y: tokens.y + tokens.height / 2, along: 'x', role: 'weight' },
      ...{ stage, name: 'heads', from: heads, range: { ...ranges.heads, step: 1 } },
      part: 'heads',
      changes: 'the number of heads',
      to: (dx) => nearest(divisorsOf(model), tokens.width / Math.max(1, first.width + dx)),
    })}
    ${name(queries, '$Q$, $K$, $V$', flops(queries, unfolding, 'projections', cost.projections))}
    <g data-part="projections">
      ${(
        [
          [queries, 'input'],
          [keys, 'weight'],
          [values, 'value'],
        ] as const
      ).map(([row, role]) =>
        filled(layout, row, role, heads, (head) => eased(come('projections', head), 0.4)),
      )}
    </g>
    ${moving(layout, heads, (head) => come('projections', head), tokens, queries, 'input')}
    ${name(weights, 'weights', flops(weights, unfolding, 'attention', cost.attention))}
    ${tilesOf(model, layout, (head) => eased(come('attention', head), 0.5))}
    ${moving(layout, heads, (head) => come('attention', head), queries, weights, 'activation')}
    ${name(joined, 'concatenated', '')}
    <g data-part="joined">${filled(layout, joined, 'activation', heads, joinedSo)}</g>
    ${moving(layout, heads, joinedSo, weights, joined, 'activation')}
    ${name(output, 'output', flops(output, unfolding, 'output', cost.output))}
    ${stripe(output, 'value', 'output', eased(unfolding.progress('output', 0.6)))}`;
}

/** The name of a row and, once it is known, what it costs. */
const name = (row: Row, text: string, says: string): SVGTemplateResult => svg`
  <text x=${row.name.x} y=${row.name.y} font-size="15">${svgText(text)}</text>
  ${
    row.name.y > row.y
      ? svg`<text class="note" x=${row.name.x} y=${row.name.y + 18} font-size="14">${svgText(says)}</text>`
      : svg`<text class="note" x=${row.x + row.width} y=${row.name.y} font-size="14" text-anchor="end">${svgText(says)}</text>`
  }`;

/** What a row costs, once that is known; with its unit where there is room for it in every row. */
function flops(row: Row, unfolding: Unfolding, step: string, count: number): string {
  if (!unfolding.shown(step)) return '';
  const above = row.name.y < row.y;
  return above || row.x >= LONG_NAMES ? `${sayFlops(count)} FLOPs` : sayFlops(count);
}

/** A count of FLOPs: all its digits, or the first of very many. */
export const sayFlops = (count: number): string =>
  count < 1e9 ? count.toLocaleString('en') : `≈ ${show(count, significant(3))}`;

/** A stripe over the whole width, filled so far from the left. */
const stripe = (
  { x, y, width, height }: Box,
  role: Role,
  part: string,
  share: number,
): SVGTemplateResult => svg`<g class=${`role-${role}`} data-part=${part}>
  <rect class="mark heads-room" x=${x} y=${y} width=${width} height=${height} rx="2" />
  <rect class="heads-full" x=${x} y=${y} width=${share * width} height=${height} rx="2" />
</g>`;

/** The shares of all heads, each filled so far. */
const filled = (
  layout: Layout,
  row: Row,
  role: Role,
  heads: number,
  share: (head: number) => number,
): SVGTemplateResult => svg`<g class=${`role-${role}`}>
  ${Array.from({ length: heads }, (_, head) => {
    const { x, y, width, height } = layout.slice(row, head);
    const gap = Math.min(3, width / 6);
    return svg`<rect class="mark heads-room" x=${x} y=${y} width=${width - gap} height=${height} rx="2" />
      <rect class="heads-full" x=${x} y=${y} width=${share(head) * (width - gap)} height=${height} rx="2" />`;
  })}
</g>`;

/** Where the width is cut. */
const cuts = (layout: Layout, row: Row, heads: number): SVGTemplateResult => svg`
  <path class="heads-cut" d=${Array.from({ length: heads - 1 }, (_, i) => {
    const { x, y, height } = layout.slice(row, i + 1);
    return `M${x} ${y - 2}v${height + 4}`;
  }).join('')} />`;

/** What a head takes from one row on its way to the next. */
const moving = (
  layout: Layout,
  heads: number,
  come: (head: number) => number,
  from: Row,
  to: Row,
  role: Role,
): SVGTemplateResult[] =>
  Array.from({ length: heads }, (_, head) => {
    const at = come(head);
    if (at <= 0 || at >= 1) return svg``;
    // Every head reads the whole width of the tokens, and its own share of what follows.
    const start = from === layout.tokens ? from : layout.slice(from, head);
    return outline(boxBetween(start, layout.slice(to, head), eased(at, 0, 0.6)), role);
  });

/** The weights of the heads that have room for them, each below its share of the width. */
function tilesOf(
  { weights }: Model,
  layout: Layout,
  come: (head: number) => number,
): SVGTemplateResult {
  const pitch = layout.slice(layout.weights, 0).width;
  const every = Math.ceil((LEAST_TILE + 4) / pitch);
  return svg`<g data-part="attention weights">${weights.map((rows, head) => {
    // A table that stands for several heads ends where they do.
    if (head % every > 0 || (head > 0 && head + every > weights.length)) return nothing;
    const { x, y, height } = layout.slice(layout.weights, head);
    const side = Math.min(height, pitch * every - 4);
    const cell = side / rows.length;
    const visible = come(head);
    return svg`<g data-part=${`weights.${head}`}>
      <rect class="heads-table" x=${x - 1} y=${y - 1} width=${side + 1.4} height=${side + 1.4} />
      ${rows.map((row, i) =>
        row.map(
          (weight, j) => svg`<rect class="heads-weight" x=${x + j * cell} y=${y + i * cell}
            width=${cell - 0.6} height=${cell - 0.6} style="fill: ${fillOf('share', weight, FULL, visible)}" />`,
        ),
      )}
    </g>`;
  })}</g>`;
}

/** The number of heads nearest to a share of the width, by ratio. */
const nearest = (divisors: readonly number[], wanted: number): number =>
  divisors.reduce((best, h) =>
    Math.abs(Math.log(h / wanted)) < Math.abs(Math.log(best / wanted)) ? h : best,
  );
