import {
  GAP,
  dragNumber,
  html,
  mapMatrix,
  matrix,
  matrixWidth,
  nothing,
  pixelPicture,
  shareLegend,
  svg,
  transpose,
  type PixelFrame,
  type Matrix,
  type Stage,
  type SVGTemplateResult,
  type View,
} from '../../../src/author';
import { blocks, layoutOf, shapes, type Block, type Layout } from './layout';
import type { Givens, Model } from './model';
import { steps } from './solution';
import { contributors, explain } from './trace';

/** The matrices in a chain: Q·Kᵀ, divided, through the softmax, times V. */
export const view = (stage: Stage<Givens>): View<Model> => pixelPicture(stage, draw);

function draw(model: Model, t: number, frame: PixelFrame<Givens>) {
  const layout = layoutOf(model, frame.width, frame.height, frame.unit);
  const feeding = contributors(model, frame.pointed);
  return html`
    <svg
      class="picture"
      width=${layout.width}
      height=${layout.height}
      data-feeds=${feeding.join(' ')}
    >
      ${blocks.map((block) => drawBlock(block, model, t, layout, frame, feeding))}
      ${signs(model, layout, frame.unit)} ${turn(model, t, layout, frame.unit)}
      ${footer(model, t, layout, frame)}
    </svg>
  `;
}

interface Drawn {
  readonly name: string;
  readonly says: string;
  readonly role?: string;
  readonly values: Matrix;
  readonly drawing: Pick<
    Parameters<typeof matrix>[0],
    'tint' | 'part' | 'short' | 'full' | 'visible'
  >;
  /** The given behind it, for dragging. */
  readonly given?: 'Q' | 'K' | 'V';
}

/** How far a sweep over `count` cells has come to cell `index` when the step ends at `step`. */
function swept(t: number, step: number, index: number, count: number): number {
  return Math.min(1, Math.max(0, (t - step + 1) * count - index));
}

function describeBlock(block: Block, model: Model, t: number): Drawn {
  const at = steps(model);
  const width = model.K.length;
  const count = model.Q.length * width;
  const role = (name: 'input' | 'weight' | 'value') => ({ by: 'role', role: name }) as const;
  switch (block) {
    case 'Q':
      return {
        name: 'Q',
        says: 'queries',
        role: 'input',
        values: model.Q,
        given: 'Q',
        drawing: { tint: role('input'), short: true, part: (i, j) => `Q.${i}.${j}` },
      };
    case 'K':
      return {
        name: 'Kᵀ',
        says: 'keys, turned',
        role: 'weight',
        values: transpose(model.K),
        given: 'K',
        drawing: { tint: role('weight'), short: true, part: (i, j) => `K.${j}.${i}` },
      };
    case 'V':
      return {
        name: 'V',
        says: 'values',
        role: 'value',
        values: model.V,
        given: 'V',
        drawing: { tint: role('value'), short: true, part: (i, j) => `V.${i}.${j}` },
      };
    case 'scores': {
      const divided = (i: number, j: number) => swept(t, at.scaled, i * width + j, count) >= 0.5;
      const hidden = (i: number, j: number) =>
        model.causal && swept(t, at.mask, i * width + j, count) >= 0.5;
      return {
        name: t >= at.scaled ? `QKᵀ ÷ √${model.d_k}` : 'QKᵀ',
        says: t >= at.scaled ? 'scaled scores' : 'scores',
        values: mapMatrix(
          model.scores,
          (s, i, j) =>
            (divided(i, j) ? model.scaled[i][j] : s) + (hidden(i, j) ? model.mask[i][j] : 0),
        ),
        drawing: {
          tint: { by: 'sign' },
          short: true,
          part: (i, j) =>
            divided(i, j) ? `scaled.${i}.${j} masked.${i}.${j}` : `scores.${i}.${j}`,
          visible: (i, j) => swept(t, at.scores, i * width + j, count),
        },
      };
    }
    case 'weights':
      return {
        name: 'weights',
        says: 'each row sums to 1',
        role: 'activation',
        values: model.weights,
        drawing: {
          tint: { by: 'share' },
          full: 1,
          part: (i, j) => `weights.${i}.${j}`,
          // A softmax needs its whole row: rows appear one by one.
          visible: (i) => swept(t, at.weights, i, model.Q.length),
        },
      };
    case 'out':
      return {
        name: 'out',
        says: 'what each token takes away',
        values: model.out,
        drawing: {
          tint: { by: 'nothing' },
          part: (i, j) => `out.${i}.${j}`,
          visible: (i, j) =>
            swept(t, at.out, i * model.V[0].length + j, model.Q.length * model.V[0].length),
        },
      };
  }
}

function drawBlock(
  block: Block,
  model: Model,
  t: number,
  layout: Layout,
  frame: PixelFrame<Givens>,
  feeding: readonly string[],
): SVGTemplateResult {
  const { name, says, role, values, drawing, given } = describeBlock(block, model, t);
  const { x, y } = layout.at[block];
  const { unit, stage } = frame;
  const middle = x + matrixWidth(values[0].length, layout.cell) / 2;
  const pressed =
    given &&
    ((event: PointerEvent, i: number, j: number) =>
      pressCell(event, stage, model, given, given === 'K' ? [j, i] : [i, j]));
  const head = layout.margins.head * unit;
  // What a matrix is stands above it where it has the room.
  const room = shapes(model)[block][1] * layout.cell + layout.margins.sign * unit;
  return svg`
    <text class=${role ? `block-name role-${role}` : 'block-name'} x=${middle}
      y=${y - 0.58 * head} font-size=${Math.min(26 * unit, 0.42 * head)}>${name}</text>
    ${
      layout.stacked || room > says.length * 7.6 * unit
        ? svg`<text class="block-says" x=${middle} y=${y - 0.2 * head}
            font-size=${16 * unit}>${says}</text>`
        : nothing
    }
    ${matrix({ x, y, unit, cell: layout.cell, values, ...drawing, feeding, pressed })}`;
}

/** Dragging a cell of a given changes its number in steps of a half. */
function pressCell(
  event: PointerEvent,
  stage: Stage<Givens>,
  model: Model,
  name: 'Q' | 'K' | 'V',
  [row, column]: readonly [number, number],
): void {
  dragNumber(event, model[name][row][column], 0.5, (x, commit) =>
    stage.edit(
      { [name]: mapMatrix(model[name], (old, i, j) => (i === row && j === column ? x : old)) },
      commit,
    ),
  );
}

/** The dots and equals signs between the matrices. */
function signs(model: Model, layout: Layout, unit: number): SVGTemplateResult[] | typeof nothing {
  if (layout.stacked) return nothing;
  const shape = shapes(model);
  const between = (left: Block, right: Block, sign: string): SVGTemplateResult => {
    const end = layout.at[left].x + matrixWidth(shape[left][1], layout.cell);
    const x = (end + layout.at[right].x) / 2;
    const y = layout.at[left].y + (shape[left][0] * (layout.cell + GAP) - GAP) / 2;
    return svg`<text class="sign" x=${x} y=${y} font-size=${Math.min(34, 0.9 * layout.margins.sign) * unit}>${sign}</text>`;
  };
  return [
    between('Q', 'K', '·'),
    between('K', 'scores', '='),
    between('weights', 'V', '·'),
    between('V', 'out', '='),
  ];
}

/** The arrow from the scores down to the weights, and what happens on the way. */
function turn(
  model: Model,
  t: number,
  layout: Layout,
  unit: number,
): SVGTemplateResult | typeof nothing {
  if (layout.stacked) return nothing;
  const shape = shapes(model);
  const { cell, at } = layout;
  const from = at.scores.x + matrixWidth(shape.scores[1], cell) / 2;
  const to = at.weights.x + matrixWidth(shape.weights[1], cell) / 2;
  const bottom = at.scores.y + Math.max(shape.Q[0], shape.K[0]) * (cell + GAP) + 6 * unit;
  const top = at.weights.y - (layout.margins.head + 2) * unit;
  const y = bottom + (top - bottom) * 0.4;
  const r = Math.min(12 * unit, (top - bottom) * 0.3);
  const says = turnSays(model, t);
  const half = (says.length * 4 + 14) * unit;
  const middle = (from + to) / 2;
  const faint = t < steps(model).scaled ? 'arrow faint' : 'arrow';
  return svg`<g class=${faint}>
    <path d="M${from} ${bottom} V${y - r} Q${from} ${y} ${from - r} ${y} H${middle + half}" />
    <path d="M${middle - half} ${y} H${to + r} Q${to} ${y} ${to} ${y + r} V${top}" />
    <path d="M${to - 7 * unit} ${top - 9 * unit} L${to} ${top} L${to + 7 * unit} ${top - 9 * unit}" />
    <text x=${middle} y=${y} font-size=${16 * unit}>${says}</text>
  </g>`;
}

/** What has still to happen to the scores before they are weights. */
function turnSays(model: Model, t: number): string {
  const at = steps(model);
  const before = [
    ...(t < at.scaled ? [`÷ √${model.d_k}`] : []),
    ...(model.causal && t < at.mask ? ['mask'] : []),
  ];
  return [...before, before.length > 0 ? 'then softmax each row' : 'softmax each row'].join(', ');
}

/** The legend of the shares and, while a cell is pointed at, how it came about. */
function footer(
  model: Model,
  t: number,
  layout: Layout,
  frame: PixelFrame<Givens>,
): SVGTemplateResult {
  const { unit } = frame;
  const y = layout.height - (layout.margins.footer - 14) * unit;
  const says = explain(model, frame.pointed, t);
  return svg`
    ${t >= steps(model).weights - 1 ? shareLegend(layout.at.weights.x, y, 150 * unit, unit) : nothing}
    <text class="explanation" x=${layout.at.weights.x + 190 * unit} y=${y + 12 * unit}
      font-size=${18 * unit}>${says}</text>`;
}
