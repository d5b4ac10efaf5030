import {
  dragNumber,
  nothing,
  progress,
  show,
  showShort,
  significant,
  svg,
  tintOf,
  type PixelFrame,
  type Role,
  type SVGTemplateResult,
} from '../../../src/author';
import { sign, widths, type Layout } from './layout';
import { ranges, type Givens, type Model } from './model';
import { steps, threeDigits } from './solution';

type Cell = {
  readonly name: string;
  readonly says: string;
  readonly role?: Role;
  readonly text: string;
  /** How visible the number is, 0 to 1. */
  readonly visible: number;
  /** Stands where an exponent stands. */
  readonly raised?: boolean;
} & (
  | { readonly part: 'factor' | 'after'; readonly dragged?: undefined }
  /** A given: a step of dragging changes it by that much. */
  | { readonly part: keyof Givens; readonly dragged: number }
);

/** A given as short as it can be said; a tiny one is not 0. */
const written = (x: number): string =>
  x === 0 || x >= 0.001 ? showShort(x) : show(x, significant(2));

const cellsOf = (model: Model, t: number): readonly Cell[] => [
  {
    part: 'w_norm',
    name: '‖W‖',
    says: 'weights',
    role: 'weight',
    text: written(model.w_norm),
    visible: 1,
    dragged: 0.05,
  },
  {
    part: 'tanh_prime',
    name: 'tanh′',
    says: 'slope of tanh',
    role: 'activation',
    text: written(model.tanh_prime),
    visible: 1,
    dragged: 0.05,
  },
  {
    part: 'factor',
    name: 'γ',
    says: 'one step back',
    role: 'gradient',
    text: show(model.factor),
    visible: progress(t, steps.factor - 1, steps.factor),
  },
  {
    part: 'steps',
    name: 'T',
    says: 'steps',
    text: String(model.steps),
    visible: 1,
    dragged: 1,
    raised: true,
  },
  {
    part: 'after',
    name: 'left',
    says: `after ${model.steps} ${model.steps === 1 ? 'step' : 'steps'}`,
    role: 'gradient',
    text: show(model.after, threeDigits),
    visible: progress(t, steps.after - 0.4, steps.after),
  },
];

/** ‖W‖ · tanh′ = γ, and γ to the power T = what is left. */
export function equation(
  model: Model,
  t: number,
  layout: Layout,
  frame: PixelFrame<Givens>,
): SVGTemplateResult {
  const { unit } = frame;
  const { cell, y, height } = layout.equation;
  const gap = sign(unit, layout.narrow);
  // The exponent stands close to its base.
  const gaps = [gap, gap, 4 * unit, gap];
  const total = widths.reduce((sum, w) => sum + w * cell, 0) + gaps.reduce((a, b) => a + b, 0);
  let x = (layout.width - total) / 2;
  const drawn = cellsOf(model, t).map((each, i) => {
    const at = { x, width: widths[i] * cell };
    x += at.width + (gaps[i] ?? 0);
    return drawCell(each, at, model, layout, frame);
  });
  const edge = (i: number): number =>
    (layout.width - total) / 2 +
    widths.slice(0, i + 1).reduce((sum, w) => sum + w * cell, 0) +
    gaps.slice(0, i).reduce((a, b) => a + b, 0);
  const signAt = (i: number, text: string): SVGTemplateResult =>
    svg`<text class="sign" x=${edge(i) + gap / 2} y=${y + height / 2} font-size=${(layout.narrow ? 22 : 30) * unit}>${text}</text>`;
  return svg`<g>${drawn}${signAt(0, '·')}${signAt(1, '=')}${signAt(3, '=')}</g>`;
}

function drawCell(
  cell: Cell,
  at: { readonly x: number; readonly width: number },
  model: Model,
  layout: Layout,
  frame: PixelFrame<Givens>,
): SVGTemplateResult {
  const { unit, stage } = frame;
  const { captions } = layout.equation;
  const height = cell.raised ? layout.equation.height * 0.66 : layout.equation.height;
  const top = layout.equation.y - (cell.raised ? 12 * unit : 0);
  const { part, dragged, role, visible } = cell;
  const press =
    dragged === undefined
      ? nothing
      : (event: PointerEvent): void => {
          const { min, max } = ranges[part];
          dragNumber(event, model[part], dragged, (x, commit) =>
            stage.edit({ [part]: Math.min(max, Math.max(min, x)) }, commit),
          );
        };
  const tint = role && visible > 0 ? tintOf({ by: 'role', role }, 0.5, 1, visible) : 'var(--cell)';
  const fontSize = Math.max(14, Math.min(24 * unit, (at.width - 8) / (0.63 * cell.text.length)));
  const middle = at.x + at.width / 2;
  return svg`<g class=${dragged ? 'cell draggable' : 'cell'} data-part=${part} @pointerdown=${press}>
    <text class=${role ? `block-name role-${role}` : 'block-name'} x=${middle} y=${top - 10 * unit}
      font-size=${20 * unit}>${cell.name}</text>
    <rect class="cell-box" x=${at.x} y=${top} width=${at.width} height=${height}
      rx=${8 * unit} style="fill: ${tint}" />
    <text class="cell-number" x=${middle} y=${top + height / 2} font-size=${fontSize}
      opacity=${visible}>${cell.text}</text>
    ${
      captions
        ? svg`<text class="block-says" x=${middle} y=${layout.equation.y + layout.equation.height + 22 * unit}
            font-size=${15 * unit}>${cell.says}</text>`
        : nothing
    }
  </g>`;
}
