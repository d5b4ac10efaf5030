import {
  handle,
  nothing,
  svg,
  svgText,
  type Box,
  type Frame,
  type SVGTemplateResult,
  type Unfolding,
} from '../../../src/author';
import { ranges, type Givens, type Model } from './model';

/** Room for the words above and below the grid. */
const HEAD = 46;
const FOOT = 30;
/** Left of it, for the heads. */
const SIDE = 34;
/** No more layers or heads than this are drawn. */
const MOST = 64;

/** What one token leaves: a column a layer, a row a KV head, in each a key and a value. */
export function tokenGrid(
  model: Model,
  unfolding: Unfolding,
  box: Box,
  { stage }: Frame<Givens>,
): { content: SVGTemplateResult; middle: { x: number; y: number } } {
  const { layers, kv_heads, d_head, bytes } = model;
  const [columns, rows] = [Math.min(layers, MOST), Math.min(kv_heads, MOST)];
  const across = box.width - SIDE - 30;
  const down = box.height - HEAD - FOOT;
  const [wide, high] = [Math.min(across / columns, 44), Math.min(down / rows, 44)];
  const [x, y] = [box.x + SIDE, box.y + HEAD];
  const filled = unfolding.progress('token');
  const first = unfolding.progress('layer') > 0 ? 1 : 0;
  const full = Math.max(first, Math.round(filled * columns));
  const cells = (from: number, to: number, half: 0 | 1): string => {
    const gap = Math.min(2, 0.15 * Math.min(wide, high));
    const width = (wide - gap) / 2;
    const paths: string[] = [];
    for (let i = from; i < to; i += 1) {
      for (let j = 0; j < rows; j += 1) {
        const left = x + i * wide + half * width;
        paths.push(
          `M${left.toFixed(2)} ${(y + j * high).toFixed(2)}h${width.toFixed(2)}v${(high - gap).toFixed(2)}h${(-width).toFixed(2)}z`,
        );
      }
    }
    return paths.join('');
  };
  const both = (from: number, to: number, opacity: number) =>
    from < to
      ? svg`<g opacity=${opacity}>
          <path class="keys" d=${cells(from, to, 0)} />
          <path class="values" d=${cells(from, to, 1)} />
        </g>`
      : nothing;
  const height = rows * high;
  const says = (count: number, of: string) =>
    count > MOST ? `${of}, the first ${MOST} drawn` : of;
  return {
    middle: { x: x + (columns * wide) / 2, y: y + height / 2 },
    content: svg`
      <text x=${box.x} y=${box.y + 16} font-size="16" font-weight="600">what one token leaves</text>
      <text class="note" data-part="d_head" x=${box.x} y=${box.y + 36} font-size="14">${svgText(
        box.width > 400 ? `a key and a value of $d = ${d_head}$ numbers` : `$d = ${d_head}$`,
      )}</text>
      <text class="note" data-part="bytes" x=${box.x + box.width - 4} y=${box.y + 36} font-size="14"
        text-anchor="end">${svgText(`$b = ${bytes}$ ${bytes === 1 ? 'byte' : 'bytes'} each`)}</text>
      <g data-part="per_token">
        ${both(0, full, 1)} ${both(full, columns, 0.3)}
      </g>
      <rect class="column" data-part="per_layer" x=${x - 1.5} y=${y - 1.5}
        width=${wide + 1} height=${height + 1} rx="3" />
      <text class="note" data-part="layers" x=${x} y=${y + height + 20} font-size="14">${svgText(
        says(layers, `$L = ${layers}$ layers →`),
      )}</text>
      <text class="note" data-part="kv_heads" text-anchor="end" font-size="14"
        transform=${`translate(${x - 9} ${y}) rotate(-90)`}>${svgText(
          `$H = ${kv_heads}$${rows * high > 130 ? ' KV heads' : ''}`,
        )}</text>
      ${handle<Givens>({
        ...{ stage, name: 'kv_heads', from: kv_heads, range: ranges.kv_heads, along: 'y' },
        x: x + columns * wide + 14,
        y: y + height - 4,
        changes: 'the number of KV heads',
        role: 'weight',
        part: 'kv_heads',
        to: (_, dy) => kv_heads + dy / Math.min(high, 12),
      })}`,
  };
}
