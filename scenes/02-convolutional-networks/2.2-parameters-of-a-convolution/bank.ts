import {
  nothing,
  svg,
  type Box,
  type SVGTemplateResult,
  type Unfolding,
} from '../../../src/author';
import type { Model } from './model';

/** Between the channels of a filter, and between filters, in cells. */
const SLAB_GAP = 0.6;
const FILTER_GAP = 1.6;
/** A cell is no smaller: below that it cannot be counted. */
const SMALLEST = 2.8;
const LARGEST = 22;
/** More filters or channels than this are not drawn, only counted. */
const MOST_FILTERS = 128;
const MOST_CHANNELS = 12;
/** Below the filters, for the sentence about what is left out. */
const NOTE = 26;

interface Layout {
  readonly cell: number;
  readonly columns: number;
  /** Filters and channels that are drawn. */
  readonly filters: number;
  readonly channels: number;
}

/** Cells that one filter is wide: its channels side by side, and its bias. */
const widthOf = ({ kernel, bias }: Model, channels: number): number =>
  channels * (kernel + SLAB_GAP) + (bias ? 1 : 0);

/** The largest cells at which all filters fit, or as many of them as fit in the smallest. */
function layOut(model: Model, box: Box): Layout {
  const channels = Math.min(model.seen, MOST_CHANNELS);
  const wide = widthOf(model, channels) + FILTER_GAP;
  const high = model.kernel + FILTER_GAP;
  const wanted = Math.min(model.filters, MOST_FILTERS);
  let best: Layout = { cell: 0, columns: 1, filters: 1, channels };
  for (let columns = 1; columns <= wanted; columns += 1) {
    const rows = Math.ceil(wanted / columns);
    const cell = Math.min(LARGEST, box.width / (columns * wide), box.height / (rows * high));
    if (cell > best.cell) best = { cell, columns, filters: wanted, channels };
  }
  if (best.cell >= SMALLEST) return best;
  const columns = Math.max(1, Math.floor(box.width / (wide * SMALLEST)));
  const rows = Math.max(1, Math.floor(box.height / (high * SMALLEST)));
  const cell = Math.min(SMALLEST, box.width / wide);
  return { cell, columns, filters: Math.min(wanted, columns * rows), channels };
}

/** Every filter with a cell for each of its parameters; says how many are left out. */
export function bank(
  model: Model,
  unfolding: Unfolding,
  box: Box,
  pattern: string,
): { readonly cell: number; readonly content: SVGTemplateResult } {
  const room = { ...box, height: box.height - NOTE };
  const { cell, columns, filters, channels } = layOut(model, room);
  const pitch = (widthOf(model, channels) + FILTER_GAP) * cell;
  const rise = (model.kernel + FILTER_GAP) * cell;
  const used = Math.min(columns, filters);
  const left = box.x + (box.width - used * pitch + FILTER_GAP * cell) / 2;
  // The first filter is counted by the first steps; the others follow it one by one.
  const filled = (f: number): number =>
    f === 0 ? unfolding.progress('weights') : unfolding.sweep('params', f - 1, filters - 1);
  const content = Array.from({ length: filters }, (_, f) => {
    const [x, y] = [left + (f % columns) * pitch, box.y + Math.floor(f / columns) * rise];
    const biased = f === 0 ? unfolding.progress('bias') : filled(f);
    return filter(model, { x, y, cell, channels, first: f === 0 }, [filled(f), biased], pattern);
  });
  const note = leftOut(model, filters, channels);
  const y = box.y + Math.ceil(filters / columns) * rise + 12;
  return {
    cell,
    content: svg`<defs>
        <pattern id=${pattern} width=${cell} height=${cell} patternUnits="userSpaceOnUse">
          <rect class="parameter" x=${cell * 0.06} y=${cell * 0.06} width=${cell * 0.88}
            height=${cell * 0.88} rx=${cell * 0.15} />
        </pattern>
      </defs>
      <rect class="bank-frame" data-part="bank" x=${left - 6} y=${box.y - 6} rx="6"
        width=${used * pitch - FILTER_GAP * cell + 12}
        height=${Math.ceil(filters / columns) * rise - FILTER_GAP * cell + 12} />
      ${content}
      ${note ? svg`<text class="block-says" x=${box.x + box.width / 2} y=${y} font-size="15">${note}</text>` : nothing}`,
  };
}

interface Place {
  readonly x: number;
  readonly y: number;
  readonly cell: number;
  readonly channels: number;
  readonly first: boolean;
}

function filter(
  { kernel, bias }: Model,
  { x, y, cell, channels, first }: Place,
  [weighed, biased]: readonly [number, number],
  pattern: string,
): SVGTemplateResult {
  const side = kernel * cell;
  const slabs = Array.from({ length: channels }, (_, c) => c * (kernel + SLAB_GAP) * cell);
  const at = channels * (kernel + SLAB_GAP) * cell;
  return svg`<g transform="translate(${x} ${y})">
    <g class="slabs" data-part=${first ? 'weights' : nothing}>
      ${slabs.map(
        (dx) => svg`<g transform="translate(${dx} 0)">
          <rect class="slab" width=${side} height=${side} rx="2" />
          ${weighed > 0 ? svg`<rect width=${side} height=${side} fill="url(#${pattern})" opacity=${weighed} />` : nothing}
        </g>`,
      )}
    </g>
    ${
      bias
        ? svg`<rect class=${biased > 0 ? 'bias-cell' : 'slab'} data-part=${first ? 'bias' : nothing}
            x=${at} y=${side - cell} width=${cell} height=${cell} rx="2"
            opacity=${biased > 0 ? biased : 1} />`
        : nothing
    }
  </g>`;
}

/** `… 128 more filters; 500 more channels in each`. */
function leftOut({ filters, seen }: Model, drawn: number, channels: number): string {
  const more = [
    filters > drawn ? `${filters - drawn} more filters` : '',
    seen > channels ? `${seen - channels} more channels in each` : '',
  ].filter(Boolean);
  return more.length > 0 ? `… ${more.join('; ')}` : '';
}
