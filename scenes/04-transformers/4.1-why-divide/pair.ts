import {
  boxBetween,
  cell,
  handle,
  landed,
  nothing,
  shrunk,
  svg,
  svgText,
  traveller,
  type Box,
  type Frame,
  type SVGTemplateResult,
  type Unfolding,
  type Vector,
} from '../../../src/author';
import { WIDEST } from './draws';
import type { Givens, Model } from './model';

/** Left of the rows, for their names; right of them, for the handle and what is not drawn. */
const SIDE = 52;
const RIGHT = 64;
const TITLE = 26;
/** Cells narrower than this have no room for a number. */
const NUMBERED = 38;
/** More entries are not drawn, but said. */
const MOST = 96;

/** A query over a key, and their products: entries as tints, the width dragged at its end. */
export function pair(
  { q, k, d_k }: Model,
  unfolding: Unfolding,
  box: Box,
  { stage }: Frame<Givens>,
): SVGTemplateResult {
  const count = Math.min(d_k, MOST);
  const room = box.width - SIDE - RIGHT;
  const pitch = Math.min(56, Math.max(room / count, 4));
  const drawn = Math.min(count, Math.floor(room / pitch));
  const gap = Math.min(4, pitch * 0.15);
  const high = (box.height - TITLE) / 3 - 6;
  const at = (row: number, i: number): Box => ({
    x: box.x + SIDE + i * pitch,
    y: box.y + TITLE + row * (high + 6),
    width: pitch - gap,
    height: high,
  });
  const products = q.slice(0, drawn).map((x, i) => x * k[i]);
  const come = (i: number): number => unfolding.sweep('term', i, drawn);
  const row = (values: Vector, index: number, part: string, visible = (_: number) => 1) =>
    values.slice(0, drawn).map((value, i) =>
      cell(at(index, i), {
        ...{ value, part, tint: 'sign', full: 2.5, visible: visible(i) },
        ...(pitch < NUMBERED && { fitted: undefined }),
      }),
    );
  const name = (text: string, index: number, role: string) => svg`
    <text class=${`block-name role-${role}`} x=${box.x + 22} y=${at(index, 0).y + high / 2 + 6}
      font-size="18">${svgText(text)}</text>`;
  const end = at(1, drawn - 1);
  const [first, last] = [at(2, 0), at(2, drawn - 1)];
  return svg`
    <text x=${box.x} y=${box.y + 16} font-size="14">${svgText(
      drawn < d_k ? `$d_k = ${d_k}$ entries, the first ${drawn} drawn` : `$d_k = ${d_k}$ entries`,
    )}</text>
    ${name('$q$', 0, 'input')} ${name('$k$', 1, 'weight')} ${name('$q_ik_i$', 2, 'none')}
    ${row(q, 0, 'q')} ${row(k, 1, 'k')}
    <g data-part="terms">
      ${row(products, 2, 'terms', (i) => landed(come(i)))}
      <rect class="operand" data-part="terms" x=${first.x - 3} y=${first.y - 3}
        width=${last.x + last.width - first.x + 6} height=${high + 6} rx="8"
        opacity=${unfolding.current?.id === 'term' ? 1 : 0} />
    </g>
    ${products.map((_, i) => {
      const fraction = come(i);
      return fraction > 0 && fraction < 0.8 && pitch >= 12
        ? [q[i], k[i]].map((value, from) =>
            traveller(
              boxBetween(shrunk(at(from, i), 0.9), shrunk(at(2, i), 0.8), fraction / 0.8),
              pitch < NUMBERED ? '' : value,
            ),
          )
        : nothing;
    })}
    ${handle<Givens>({
      ...{ stage, name: 'd_k', from: d_k, range: { min: 1, max: WIDEST, step: 1 }, along: 'x' },
      x: end.x + end.width + 24,
      y: end.y - 3,
      changes: 'the width of queries and keys',
      part: 'd_k',
      // The wider the vectors, the faster they grow.
      to: (dx) => d_k * 2 ** (dx / 70),
    })}`;
}
