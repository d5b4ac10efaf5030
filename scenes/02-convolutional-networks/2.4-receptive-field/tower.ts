import {
  handle,
  nothing,
  outline,
  svg,
  svgText,
  type Box,
  type Frame,
  type SVGTemplateResult,
  type Unfolding,
} from '../../../src/author';
import { coneOf } from './cone';
import { ranges, type Givens, type Model } from './model';

/** Room for the names of the rows. */
const NAMES = 76;
/** Cells closer together than this are not told apart: their row is a band. */
const CLOSEST = 3;
const LARGEST = 44;
/** Lines from a cell to the cells it looks at, at most. */
const MOST_LINES = 600;

interface Row {
  readonly level: number;
  readonly y: number;
  readonly height: number;
  /** Units between neighbouring cells. */
  readonly pitch: number;
}

/** The layers as rows of cells, the output on top, and the cone of one output down to the input. */
export function tower(
  model: Model,
  unfolding: Unfolding,
  box: Box,
  frame: Frame<Givens>,
): SVGTemplateResult {
  const { layers, field } = model;
  const cone = coneOf(model);
  const left = box.x + NAMES;
  const width = box.width - NAMES;
  const unit = Math.min(LARGEST, width / Math.max(15, 1.3 * field));
  const step = box.height / (layers + 1);
  const rows = cone.spacing.map((apart, level): Row => {
    const height = Math.min(30, 0.62 * step, Math.max(8, apart * unit - 2));
    return {
      level,
      y: box.y + step * (layers - level + 0.5) - height / 2,
      height,
      pitch: apart * unit,
    };
  });
  // The outputs on either side of the middle whose cones have room.
  const outputs = Math.max(0, Math.floor((width - field * unit) / 2 / rows[layers].pitch));
  const chosen = chosenOutput(frame.pointed, outputs);
  const middle = left + width / 2 + chosen * rows[layers].pitch;
  const swept = (level: number): number => coneAt(unfolding, layers, level);
  const place = (at: number): number => middle + at * unit;
  const clip = frame.id('tower');
  return svg`
    <clipPath id=${clip}><rect x=${left} y=${box.y} width=${width} height=${box.height} /></clipPath>
    ${rows.map(
      ({
        level,
        y,
        height,
      }) => svg`<text class="row-name" x=${box.x} y=${y + height / 2 + 5} font-size="15"
        >${nameOf(level, layers)}</text>`,
    )}
    <g clip-path="url(#${clip})">
      ${rows.map((row) => cells(row, place(cone.reached[row.level][0]), left, width))}
      ${rows
        .slice(0, layers)
        .map((row) =>
          lines(row, rows[row.level + 1], cone.reached, place, swept(row.level), model),
        )}
      ${rows.map((row) => lit(row, cone.reached[row.level], place, swept(row.level), layers))}
    </g>
    ${fieldSpan(model, unfolding, rows[0], place)}
    ${targets(rows[layers], outputs, left + width / 2)}
    ${handles(model, { rows, left, width, middle, unit, step }, frame)}`;
}

/** Which output is pointed at, counted from the middle. */
function chosenOutput(pointed: string | undefined, outputs: number): number {
  const [part, index] = pointed?.split('.') ?? [];
  return part === 'output' ? Number(index) - outputs : 0;
}

/** How far the cone has come down to a level: the first window is given, the rest is the answer. */
function coneAt(unfolding: Unfolding, layers: number, level: number): number {
  if (level >= layers - 1) return 1;
  return unfolding.sweep('field', layers - 2 - level, layers - 1);
}

const nameOf = (level: number, layers: number): string =>
  level === 0 ? 'input' : level === layers ? 'output' : `layer ${level}`;

const widthOf = ({ pitch }: Row): number => Math.min(LARGEST, Math.max(1, pitch * 0.86));

const square = (x: number, { y, height }: Row, width: number): string =>
  `M${(x - width / 2).toFixed(2)} ${y}h${width.toFixed(2)}v${height}h${(-width).toFixed(2)}z`;

/** All cells of a row that have room, in step with one that the cone reaches. */
function cells(row: Row, known: number, left: number, width: number): SVGTemplateResult {
  const { pitch, y, height, level } = row;
  if (pitch < CLOSEST)
    return svg`<rect class="row-band" x=${left} y=${y} width=${width} height=${height} />`;
  const first = known - Math.ceil((known - left) / pitch) * pitch;
  const count = Math.ceil(width / pitch) + 2;
  const d = Array.from({ length: count }, (_, i) =>
    square(first + i * pitch, row, widthOf(row)),
  ).join('');
  return svg`<path class=${level === 0 ? 'row-cells role-input' : 'row-cells role-activation'} d=${d} />`;
}

/** From every cell the cone reaches to the cells its window looks at. */
function lines(
  below: Row,
  above: Row,
  reached: readonly (readonly number[])[],
  place: (at: number) => number,
  progress: number,
  { kernel, dilation }: Model,
): SVGTemplateResult | typeof nothing {
  const from = reached[above.level];
  if (progress === 0 || from.length * kernel > MOST_LINES) return nothing;
  const apart = below.pitch * dilation;
  const [top, bottom] = [above.y + above.height, below.y];
  const end = top + (bottom - top) * progress;
  const d = from
    .flatMap((cell) =>
      Array.from({ length: kernel }, (_, tap) => {
        const x = place(cell);
        const to = x + (tap - (kernel - 1) / 2) * apart * progress;
        return `M${x.toFixed(1)} ${top}L${to.toFixed(1)} ${end.toFixed(1)}`;
      }),
    )
    .join('');
  return svg`<path class="cone-lines" d=${d} />`;
}

/** The cells that the cone reaches. */
function lit(
  row: Row,
  at: readonly number[],
  place: (at: number) => number,
  progress: number,
  layers: number,
): SVGTemplateResult | typeof nothing {
  if (progress < 1) return nothing;
  const part = row.level === layers - 1 ? 'window' : 'cone';
  const d = at.map((cell) => square(place(cell), row, widthOf(row))).join('');
  return svg`<path class=${`cone ${row.level === 0 ? 'role-input' : 'role-activation'}`} data-part=${part} d=${d} />`;
}

/** The field from its first input to its last, holes included. */
function fieldSpan(
  { field }: Model,
  unfolding: Unfolding,
  input: Row,
  place: (at: number) => number,
): SVGTemplateResult | typeof nothing {
  if (!unfolding.shown('field')) return nothing;
  const [from, to] = [place(-field / 2), place(field / 2)];
  const below = input.y + input.height + 6;
  return svg`<g data-part="field" class="field-span">
    ${outline({ x: from + 1, y: input.y, width: to - from - 2, height: input.height }, 'input')}
    <text x=${(from + to) / 2} y=${below + 15} text-anchor="middle" font-size="17"
      >${svgText(`$r$ = ${field}`)}</text>
  </g>`;
}

/** What is pointed at to move the cone: each output. */
function targets(row: Row, outputs: number, middle: number): SVGTemplateResult {
  return svg`${Array.from({ length: 2 * outputs + 1 }, (_, i) => {
    const x = middle + (i - outputs) * row.pitch;
    const width = Math.max(2, widthOf(row));
    return svg`<rect class="reach" data-part=${`output.${i}`} x=${x - width / 2} y=${row.y - 6}
      width=${width} height=${row.height + 12} />`;
  })}`;
}

interface Measures {
  readonly rows: readonly Row[];
  readonly left: number;
  readonly width: number;
  readonly middle: number;
  readonly unit: number;
  readonly step: number;
}

/** What is dragged: the window by its edge, the tower by its top, the outputs apart by the next one. */
function handles(
  model: Model,
  { rows, left, width, middle, unit, step }: Measures,
  { stage }: Frame<Givens>,
): SVGTemplateResult {
  const { layers, kernel, stride, dilation } = model;
  const output = rows[layers];
  const next = middle + output.pitch;
  const window = rows[layers - 1];
  const edge = middle + ((kernel - 1) / 2) * dilation * window.pitch + widthOf(window) / 2;
  const right = left + width;
  return svg`
    ${handle({
      stage,
      name: 'kernel',
      from: kernel,
      range: ranges.kernel,
      to: (dx) => kernel + (2 * dx) / (dilation * window.pitch),
      x: Math.min(right - 12, edge + 4),
      y: window.y + window.height / 2,
      along: 'x',
      changes: 'the kernel',
      role: 'weight',
      part: 'kernel',
    })}
    ${handle({
      stage,
      name: 'layers',
      from: layers,
      range: ranges.layers,
      to: (_, dy) => layers - dy / step,
      x: right - 14,
      y: output.y + output.height / 2,
      along: 'y',
      changes: 'the number of layers',
      part: 'layers',
    })}
    ${
      next < right - 50
        ? handle({
            stage,
            name: 'stride',
            from: stride,
            range: ranges.stride,
            // Neighbouring outputs lie a power of the stride apart.
            to: (dx) => Math.max(0, output.pitch / unit + dx / unit) ** (1 / layers),
            x: next,
            y: output.y + output.height / 2,
            along: 'x',
            changes: 'the stride of every layer',
            part: 'stride',
          })
        : nothing
    }`;
}
