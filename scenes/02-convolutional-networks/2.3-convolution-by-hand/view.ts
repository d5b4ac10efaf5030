import {
  dragNumber,
  html,
  mapMatrix,
  nothing,
  pixelPicture,
  signLegend,
  svg,
  type PixelFrame,
  type Matrix,
  type Stage,
  type SVGTemplateResult,
  type View,
} from '../../../src/author';
import { cells, type Cell } from './cells';
import { contributors, explain, lines, positionAt } from './explain';
import { layoutOf, length, type Block, type Layout } from './layout';
import type { Givens, Model } from './model';
import { motion, pointedAt, type Motion } from './motion';
import { steps } from './solution';
import './view.css';

/** The window on the image, its products with the kernel, and the outputs they add up to. */
export const view = (stage: Stage<Givens>): View<Model> => pixelPicture(stage, draw);

/** What every block is drawn with. */
interface Scene {
  readonly model: Model;
  readonly t: number;
  readonly layout: Layout;
  readonly moving: Motion;
  readonly frame: PixelFrame<Givens>;
  readonly feeding: readonly string[];
}

function draw(model: Model, t: number, frame: PixelFrame<Givens>) {
  const layout = layoutOf(model, frame.width, frame.height, frame.unit);
  const pointed = positionAt(frame.pointed);
  const going = motion(model, t);
  const moving = pointed && going.counted === 1 ? pointedAt(model, going, pointed) : going;
  const feeding = contributors(model, moving, frame.pointed);
  const scene: Scene = { model, t, layout, moving, frame, feeding };
  return html`
    <svg
      class="picture ${layout.cell < 36 ? 'small' : ''}"
      width=${layout.width}
      height=${layout.height}
      data-feeds=${feeding.join(' ')}
    >
      ${imageBlock(scene)} ${kernelBlock(scene)} ${productsBlock(scene)}
      ${outputBlock(scene, 'out')} ${model.flip ? outputBlock(scene, 'correlation') : nothing}
      ${signs(scene)} ${footer(scene)}
    </svg>
  `;
}

function heading(
  { layout, frame: { unit } }: Scene,
  block: Block,
  name: string,
  says: string,
  role = '',
): SVGTemplateResult {
  const { x, y, columns } = layout.at[block]!;
  const middle = x + length(columns, layout.cell, layout.gap) / 2;
  return svg`
    <text class="block-name ${role}" x=${middle} y=${y - 37 * unit} font-size=${22 * unit}
      >${name}</text>
    <text class="block-says" x=${middle} y=${y - 13 * unit} font-size=${16 * unit}>${says}</text>`;
}

function block(
  { layout, feeding, frame: { unit } }: Scene,
  name: Block,
  full: number,
  cellAt: (i: number, j: number) => Cell,
): SVGTemplateResult {
  return cells({ box: layout.at[name]!, layout, unit, full, feeding }, cellAt);
}

const largest = (m: Matrix): number => Math.max(1e-12, ...m.flat().map(Math.abs));

/** Dragging a cell of a given changes its number by whole steps. */
function press(stage: Stage<Givens>, model: Model, name: 'image' | 'kernel', i: number, j: number) {
  return (event: PointerEvent): void =>
    dragNumber(event, model[name][i][j], 1, (x, commit) =>
      stage.edit(
        { [name]: mapMatrix(model[name], (old, u, v) => (u === i && v === j ? x : old)) },
        commit,
      ),
    );
}

function imageBlock(scene: Scene): SVGTemplateResult {
  const { model, t, layout, moving, frame } = scene;
  const { image, padded, padding, laid, stride } = model;
  const [k, l] = [laid.length, laid[0].length];
  const [top, left] = [moving.row * stride, moving.column * stride];
  const still = Number.isInteger(moving.row) && Number.isInteger(moving.column);
  const multiplying = still && (t > steps(model).positions || moving.products > 0);
  const says = `${image.length} × ${image[0].length}${padding > 0 ? ', zeros around it' : ''}`;
  const spacing = layout.cell + layout.gap;
  const { x, y } = layout.at.image;
  const air = layout.gap / 2;
  return svg`
    ${heading(scene, 'image', 'image', says, 'role-input')}
    ${block(scene, 'image', largest(image), (a, b) => {
      const [i, j] = [a - padding, b - padding];
      const border = image[i]?.[j] === undefined;
      const [u, v] = [a - top, b - left];
      return {
        value: padded[a][b],
        part: border ? `padded.${a}.${b}` : `image.${i}.${j} padded.${a}.${b}`,
        tint: border ? { by: 'nothing' } : { by: 'role', role: 'input' },
        border,
        weight: multiplying ? laid[u]?.[v] : undefined,
        pressed: border ? undefined : press(frame.stage, model, 'image', i, j),
      };
    })}
    <rect class="window" x=${x + left * spacing - air} y=${y + top * spacing - air}
      width=${l * spacing} height=${k * spacing} rx=${Math.min(10, layout.cell / 8)} />`;
}

/** While it is turned, each weight walks to the position across the middle. */
function kernelBlock(scene: Scene): SVGTemplateResult {
  const { model, moving, frame } = scene;
  const { kernel, flip } = model;
  const [k, l] = [kernel.length, kernel[0].length];
  const angle = Math.PI * moving.turn;
  const says = !flip ? 'the weights' : moving.turn === 1 ? 'turned by 180°' : 'to be turned';
  return svg`
    ${heading(scene, 'kernel', 'kernel', says, 'role-weight')}
    ${block(scene, 'kernel', largest(kernel), (u, v) => {
      const [fromRow, fromColumn] = [u - (k - 1) / 2, v - (l - 1) / 2];
      const [row, column] = flip ? [k - 1 - u, l - 1 - v] : [u, v];
      const named = flip ? ` turned.${row}.${column}` : '';
      return {
        value: kernel[u][v],
        part: `kernel.${u}.${v}${named} laid.${row}.${column}`,
        tint: { by: 'role', role: 'weight' },
        shift: [
          fromRow * Math.cos(angle) + fromColumn * Math.sin(angle) - fromRow,
          fromColumn * Math.cos(angle) - fromRow * Math.sin(angle) - fromColumn,
        ],
        pressed: press(frame.stage, model, 'kernel', u, v),
      };
    })}`;
}

function productsBlock(scene: Scene): SVGTemplateResult {
  const { padded, laid, stride } = scene.model;
  const { position: window, products } = scene.moving;
  const [i, j] = window;
  return svg`
    ${heading(scene, 'products', 'products', 'entry by entry')}
    ${block(scene, 'products', 1, (u, v) => ({
      value: padded[i * stride + u][j * stride + v] * laid[u][v],
      part: `products.${u}.${v}`,
      tint: { by: 'nothing' },
      visible: Math.min(1, Math.max(0, products - u * laid[0].length - v)),
    }))}`;
}

function outputBlock(scene: Scene, name: 'out' | 'correlation'): SVGTemplateResult {
  const { model, moving, layout } = scene;
  const values = model[name];
  const both = Math.max(largest(model.out), largest(model.correlation));
  const says = !model.flip
    ? 'one sum a position'
    : name === 'out'
      ? 'true convolution'
      : 'kernel not turned';
  const { x, y, rows, columns } = layout.at[name]!;
  const [width, height] = [columns, rows].map((count) => length(count, layout.cell, layout.gap));
  return svg`
    ${heading(scene, name, name === 'out' ? 'out' : 'cross-correlation', says, name === 'out' ? 'role-activation' : '')}
    ${
      moving.counted < 1
        ? svg`<rect class="unknown" data-part="out" x=${x} y=${y} width=${width} height=${height} rx="10"
            opacity=${1 - moving.counted} />`
        : nothing
    }
    <g opacity=${moving.counted}>
      ${block(scene, name, both, (i, j) => ({
        value: values[i][j],
        part: `${name}.${i}.${j}`,
        tint: { by: 'sign' },
        visible: moving.visible(i, j),
      }))}
    </g>`;
}

/** The signs between image, kernel and products, and the arrow down to the output. */
function signs({ layout, frame: { unit } }: Scene): SVGTemplateResult {
  const { kernel, products, out } = layout.at;
  const size = 32 * unit;
  const long = (count: number): number => length(count, layout.cell, layout.gap);
  const y = kernel.y + long(kernel.rows) / 2;
  const equals = (kernel.x + long(kernel.columns) + products.x) / 2;
  const middle = products.x + long(products.columns) / 2;
  const to = out.x + long(out.columns) / 2;
  const top = products.y + long(products.rows) + 8 * unit;
  const turn = top + 10 * unit;
  const tip = top + 26 * unit;
  return svg`
    ${
      layout.stacked
        ? nothing
        : svg`<text class="sign" x=${kernel.x - 26 * unit} y=${y} font-size=${size}>×</text>`
    }
    <text class="sign" x=${equals} y=${y} font-size=${size}>=</text>
    <g class="arrow">
      <path d="M${middle} ${top} V${turn} H${to} V${tip}" />
      <path d="M${to - 6 * unit} ${tip - 8 * unit} L${to} ${tip} L${to + 6 * unit} ${tip - 8 * unit}" />
      <text x=${Math.max(middle, to) + 42 * unit} y=${(top + tip) / 2} font-size=${16 * unit}>add up</text>
    </g>`;
}

/** Width and height of the legend of the outputs' tints. */
const [LEGEND, LEGEND_HEIGHT] = [150, 40];

/** How the sum came about, and the legend beside it, or below it where there is no room. */
function footer({ model, t, layout, moving, frame }: Scene): SVGTemplateResult {
  const { unit, pointed } = frame;
  const { stacked, width, height } = layout;
  const size = 18 * unit;
  const legend = LEGEND * unit;
  const beside = stacked ? 0 : legend + 36 * unit;
  const room = Math.floor((width - 24 - beside) / (size * 0.58));
  const says = lines(explain(model, moving, pointed), room);
  const full = Math.max(largest(model.out), model.flip ? largest(model.correlation) : 0);
  return svg`
    ${says.map(
      (line, n) => svg`<text class="explanation centred" x=${(width - beside) / 2}
        y=${layout.footer + (24 + n * 24) * unit} font-size=${size}>${line}</text>`,
    )}
    ${
      t >= steps(model).all
        ? signLegend(
            stacked ? (width - legend) / 2 : width - legend - 12 * unit,
            height - LEGEND_HEIGHT * unit,
            legend,
            unit,
            full,
          )
        : nothing
    }`;
}
