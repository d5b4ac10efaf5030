import {
  nothing,
  show,
  showShort,
  significant,
  svg,
  svgText,
  textWidth,
  type Role,
  type SVGTemplateResult,
  type Unfolding,
} from '../../../src/author';
import { leftAfter, type Model } from './model';

/** Height of everything here: the factors, the arrow of a step, the cells and their numbers. */
export const ROW = 148;

const CELL = 34;
const GAP = 4;
const NARROWEST = 26;
const WIDEST = 64;
const TOP = 74;

/** How many steps back the solution has come. */
export const sweptTo = ({ steps }: Model, unfolding: Unfolding): number =>
  unfolding.progress('factor') + (steps - 1) * unfolding.progress('after');

/** The steps that get a cell: all of them, or every n-th and the last where they would not fit. */
export function cellsShown(count: number, width: number): number[] {
  const most = Math.max(2, Math.floor(width / (NARROWEST + GAP)));
  const stride = Math.ceil(count / (most - 1));
  const before = Array.from({ length: Math.ceil(count / stride) }, (_, i) => i * stride);
  return [...before, count];
}

/** A cell for each step back, as dark as what is left there, and the factor of one step. */
export function row(model: Model, unfolding: Unfolding, width: number): SVGTemplateResult {
  const shown = cellsShown(model.steps, width - 20);
  const pitch = Math.min(WIDEST + GAP, (width - 20 + GAP) / shown.length);
  const wide = pitch - GAP;
  const left = (width - pitch * shown.length + GAP) / 2;
  const swept = sweptTo(model, unfolding);
  const full = Math.max(1, Number.isFinite(model.after) ? model.after : Number.MAX_VALUE);
  const numbered = labels(shown, wide);
  return svg`
    ${factors(model, unfolding, left, width)} ${arrow(shown, swept, left, pitch)}
    <rect class="mark row-frame" data-part="row" x=${left - 5} y=${TOP - 5}
      width=${pitch * shown.length - GAP + 10} height=${CELL + 10} rx="8" />
    ${shown.map((k, i) => {
      const visible = k === 0 ? 1 : Math.min(1, Math.max(0, swept - k + 1));
      const share = visible * Math.min(1, leftAfter(model, k) / full);
      return svg`<g class="cell" data-part=${`decay.${k}`}>
        <rect class="cell-box" x=${left + i * pitch} y=${TOP} width=${wide} height=${CELL} rx="4"
          style=${`fill: color-mix(in srgb, var(--role-gradient) ${(88 * share).toFixed(1)}%, var(--cell))`} />
        ${
          numbered.has(k)
            ? svg`<text class="block-says" x=${left + i * pitch + wide / 2} y=${TOP + CELL + 20}
                font-size="14">${k}</text>`
            : nothing
        }
      </g>`;
    })}`;
}

/** What one step back multiplies by: the two givens, and from its step on their product. */
function factors(
  { w_norm, tanh_prime, factor }: Model,
  unfolding: Unfolding,
  left: number,
  width: number,
): SVGTemplateResult {
  const size = 18;
  const given = (x: number): string =>
    x === 0 || x >= 0.001 ? showShort(x) : show(x, significant(2));
  const all: { text: string; shorter?: string; part: string; role: Role; opacity?: number }[] = [
    { text: `$\\lVert W\\rVert$ = ${given(w_norm)}`, part: 'w_norm', role: 'weight' },
    { text: `$\\tanh'$ = ${given(tanh_prime)}`, part: 'tanh_prime', role: 'activation' },
    {
      text: `$\\gamma = \\lVert W\\rVert\\cdot\\tanh'$ = ${show(factor)}`,
      shorter: `$\\gamma$ = ${show(factor)}`,
      part: 'factor',
      role: 'gradient',
      opacity: unfolding.progress('factor'),
    },
  ];
  let x = left;
  return svg`${all.map(({ text, shorter, part, role, opacity = 1 }) => {
    const at = x;
    x += textWidth(text, size) + 22;
    const fits = x <= width - 4 || !shorter;
    return opacity === 0
      ? nothing
      : svg`<text class=${`label strong role-${role}`} data-part=${part} x=${at} y="24"
          font-size=${size} opacity=${opacity}>${svgText(fits ? text : shorter)}</text>`;
  })}`;
}

/** A step back: the factor hops from one cell to the next as the solution goes through them. */
function arrow(
  shown: readonly number[],
  swept: number,
  left: number,
  pitch: number,
): SVGTemplateResult {
  const reached = shown.findIndex((k) => k >= swept - 1e-9);
  const i = Math.max(0, reached - 1);
  const stride = shown[i + 1] - shown[i];
  const from = left + (i + 0.5) * pitch - GAP / 2;
  const to = from + pitch;
  const label = swept === 0 ? '' : stride > 1 ? `$\\times\\gamma^{${stride}}$` : '$\\times\\gamma$';
  return svg`<g class="arrow step">
    <path d=${`M${from} ${TOP - 8}Q${(from + to) / 2} ${TOP - 30} ${to} ${TOP - 8}m-6 -5l6 5l1 -8`} />
    <text x=${(from + to) / 2} y=${TOP - 28} font-size="15">${svgText(label)}</text>
  </g>`;
}

/** The steps whose numbers fit under their cells. */
function labels(shown: readonly number[], wide: number): Set<number> {
  const room = Math.max(1, Math.ceil((9 * String(shown.at(-1)).length + 12) / (wide + GAP)));
  const last = shown.length - 1;
  const regular = shown.filter((_, i) => i % room === 0 && last - i >= room);
  return new Set([...regular, shown[last]]);
}
