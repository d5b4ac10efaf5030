import { progress, svg, type SVGTemplateResult } from '../../../src/author';
import type { Layout } from './layout';
import { leftAfter, type Model } from './model';
import { steps } from './solution';

const GAP = 4;
const NARROWEST = 26;

/** The steps that get a cell: all of them, or every n-th and the last where they would not fit. */
function cellsShown(count: number, width: number, unit: number): number[] {
  const most = Math.max(2, Math.floor(width / ((NARROWEST + GAP) * unit)));
  const stride = Math.ceil(count / (most - 1));
  const shown: number[] = [];
  for (let k = 0; k < count; k += stride) shown.push(k);
  return [...shown, count];
}

/** How many steps back the sweep of the solution has come at time t. */
export const sweptTo = (t: number, count: number): number =>
  t <= steps.after - 1
    ? progress(t, 0, steps.factor)
    : 1 + (count - 1) * progress(t, 1, steps.after);

/** A share of 1 as a shade, stronger than under a number. */
const shade = (share: number): string =>
  `color-mix(in srgb, var(--role-gradient) ${(88 * share).toFixed(1)}%, var(--cell))`;

/** A cell for each step back, as dark as what is left there. */
export function row(model: Model, t: number, layout: Layout, unit: number): SVGTemplateResult {
  const { x, y, width, cell } = layout.row;
  const shown = cellsShown(model.steps, width, unit);
  const spacing = (width + GAP * unit) / shown.length;
  const wide = Math.min(spacing - GAP * unit, 64 * unit);
  const left = x + (width - (wide + GAP * unit) * shown.length + GAP * unit) / 2;
  const swept = sweptTo(t, model.steps);
  const full = Math.max(1, Number.isFinite(model.after) ? model.after : Number.MAX_VALUE);
  const labelled = labels(shown, wide / unit);
  return svg`<g>
    <rect class="row-frame" data-part="row" x=${left - 5 * unit} y=${y - 5 * unit}
      width=${(wide + GAP * unit) * shown.length - GAP * unit + 10 * unit}
      height=${cell + 10 * unit} rx=${8 * unit} />
    ${shown.map((k, i) => {
      const visible = k === 0 ? 1 : Math.min(1, Math.max(0, swept - k + 1));
      const share = visible * Math.min(1, leftAfter(model, k) / full);
      return svg`<g class="cell" data-part="decay.${k}">
        <rect class="cell-box" x=${left + i * (wide + GAP * unit)} y=${y} width=${wide}
          height=${cell} rx=${4 * unit}
          style="fill: ${shade(share)}" />
        ${
          labelled.has(k)
            ? svg`<text class="block-says" x=${left + i * (wide + GAP * unit) + wide / 2}
                y=${y + cell + 24 * unit} font-size=${15 * unit}>${k}</text>`
            : ''
        }
      </g>`;
    })}
  </g>`;
}

/** The steps whose numbers fit under their cells. */
function labels(shown: readonly number[], wide: number): Set<number> {
  const room = Math.max(1, Math.ceil((9 * String(shown.at(-1)).length + 12) / (wide + GAP)));
  const last = shown.length - 1;
  const regular = shown.filter((_, i) => i % room === 0 && last - i >= room);
  return new Set([...regular, shown[last]]);
}
