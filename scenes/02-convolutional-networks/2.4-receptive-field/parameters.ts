import {
  nothing,
  svg,
  svgText,
  type Box,
  type SVGTemplateResult,
  type Unfolding,
} from '../../../src/author';
import type { Model } from './model';

const HEAD = 28;
const GAP = 10;
/** Sides shorter than this many units a cell show no grid. */
const CLOSEST = 3;
const LARGEST = 22;

/** The kernels of the stack, and the one that sees as much, to one scale: one parameter one cell. */
export function parameters(model: Model, unfolding: Unfolding, box: Box): SVGTemplateResult {
  const { layers, kernel, field, stack_params, single_params } = model;
  const grown = unfolding.progress('single');
  const room = box.height - HEAD - 4;
  const half = box.width / 2 - 12;
  const columns = Math.ceil(Math.sqrt((layers * half) / room));
  const inRows = Math.ceil(layers / columns);
  // The scale is that of the larger of the two, once it is there.
  const own = Math.min(half / columns - GAP, room / inRows - GAP) / kernel;
  const shared = Math.min(own, room / field, half / field);
  const cell = Math.min(LARGEST, own + (shared - own) * grown);
  const side = kernel * cell;
  const title = (x: number, text: string): SVGTemplateResult =>
    svg`<text class="label strong" x=${x} y=${box.y + 16} font-size="16">${svgText(text)}</text>`;
  const right = box.x + box.width / 2 + 12;
  return svg`
    <g data-part="stack">
      ${title(box.x, unfolding.shown('stack') ? `stack: ${stack_params}` : 'the stack')}
      ${Array.from({ length: layers }, (_, i) =>
        kernelGrid(
          box.x + (i % columns) * (side + GAP),
          box.y + HEAD + Math.floor(i / columns) * (side + GAP),
          kernel,
          cell,
          1,
        ),
      )}
    </g>
    <g data-part="single">
      ${title(right, unfolding.shown('single') ? `single: ${single_params.toLocaleString('en')}` : 'a single one')}
      ${
        grown > 0
          ? kernelGrid(right, box.y + HEAD, field, cell, grown)
          : svg`<rect class="unknown" x=${right} y=${box.y + HEAD} width=${Math.min(half, room)} height=${room} rx="8" />`
      }
    </g>`;
}

/** A square of weights, as much of its rows as have come. */
function kernelGrid(
  x: number,
  y: number,
  side: number,
  cell: number,
  share: number,
): SVGTemplateResult {
  const length = side * cell;
  const inner = Array.from({ length: side - 1 }, (_, i) => (i + 1) * cell);
  const d = inner.map((at) => `M${x + at} ${y}v${length}M${x} ${y + at}h${length}`).join('');
  return svg`<rect class="weights" x=${x} y=${y} width=${length} height=${length * share} />
    ${share === 1 && cell >= CLOSEST ? svg`<path class="weights-grid" d=${d} />` : nothing}`;
}
