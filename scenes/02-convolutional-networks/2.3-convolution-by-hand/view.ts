import {
  LEGEND,
  boxAround,
  boxAt,
  boxBetween,
  chain,
  dragEntries,
  eased,
  nothing,
  outline,
  picture,
  shrunk,
  svg,
  tintLegend,
  traveller,
  type Block,
  type Cell,
  type Chain,
  type Frame,
  type Stage,
  type Unfolding,
  type View,
} from '../../../src/author';
import { pixelAt, type Givens, type Model } from './model';
import { motion, pointedAt, type Motion } from './motion';

/** The window on the image, its products with the kernel, and the outputs they add up to. */
export const view = (stage: Stage<Givens>): View<Model> => picture(stage, draw);

/** Room below, for the legend. */
const FOOT = LEGEND.height + 14;
/** Large images have cells that can hardly be pressed, and are seen whole. */
const SMALLEST = { width: 22, height: 22 };
const MOST = 20;
const ENTRIES = { min: -1e6, max: 1e6, step: 1 };
/** Both kinds of outputs share one ramp. */
const largest = (values: Model['out']): number => Math.max(1e-300, ...values.flat().map(Math.abs));

function draw(model: Model, unfolding: Unfolding, frame: Frame<Givens>) {
  const { stage, width, height, pointed, id } = frame;
  const counted = unfolding.progress('count', 0, 0.4);
  const going = motion(model, unfolding);
  const position = positionIn(pointed);
  const moving = position && counted === 1 ? pointedAt(going, position) : going;
  const full = Math.max(largest(model.out), largest(model.correlation));
  const drawn = chain(
    {
      ...{ width, height: height - FOOT, stage, smallest: SMALLEST, most: MOST },
      beside: [imageBlock(model, moving, stage), '×'],
    },
    [
      [kernelBlock(model, unfolding, stage), '=', productsBlock(model, moving)],
      { arrow: 'add up' },
      [
        { ...outputBlock(model, 'out', moving), full, shape: counted },
        ...(model.flip
          ? [{ ...outputBlock(model, 'correlation', moving), full, shape: counted }]
          : []),
      ],
    ],
  );
  const end = boxAround(drawn.grid(model.flip ? 'correlation' : 'out'));
  const bottom = Math.max(height, drawn.height + FOOT);
  return {
    height: bottom,
    content: svg`
      ${drawn.content} ${windowOn(model, moving, drawn)} ${carried(model, moving, drawn)}
      ${tintLegend(Math.min(width, Math.max(end.x + end.width, LEGEND.width)) - LEGEND.width, bottom - LEGEND.height, 'sign', id('signs'))}`,
  };
}

/** The position of the window that a part pointed at speaks of, if it does. */
function positionIn(part: string | undefined): readonly [number, number] | undefined {
  const [, i, j] = /^(?:out|correlation)\.(\d+)\.(\d+)$/.exec(part ?? '') ?? [];
  return i === undefined ? undefined : [Number(i), Number(j)];
}

/** The image with its border of zeros; under the window each pixel has its weight in its corner. */
function imageBlock(model: Model, { window, product }: Motion, stage: Stage<Givens>): Block {
  const { image, padded, padding, laid, stride } = model;
  const drag = dragEntries(stage, 'image', image, ENTRIES);
  const isBorder = (a: number, b: number): boolean =>
    image[a - padding]?.[b - padding] === undefined;
  const [down, across] = window.map((at) => at * stride);
  const isLaid = product(0) > 0 && window.every(Number.isInteger);
  return {
    id: 'padded',
    name: 'image',
    says: `${image.length} × ${image[0].length}${padding > 0 ? ', zeros around it' : ''}`,
    role: 'input',
    style: 'short',
    values: padded,
    part: (a, b) =>
      isBorder(a, b) ? `padded.${a}.${b}` : `image.${a - padding}.${b - padding} padded.${a}.${b}`,
    cell(a, b): Partial<Cell> {
      const weight = isLaid ? laid[a - down]?.[b - across] : undefined;
      return {
        factor: weight === undefined ? undefined : { value: weight, role: 'weight' },
        ...(isBorder(a, b)
          ? { faint: true, role: undefined }
          : { pressed: (event) => drag(event, a - padding, b - padding) }),
      };
    },
  };
}

/** While it is turned, each weight walks to its position across the middle. */
function kernelBlock(model: Model, unfolding: Unfolding, stage: Stage<Givens>): Block {
  const { kernel, flip } = model;
  const [k, l] = [kernel.length, kernel[0].length];
  const turn = unfolding.progress('turn');
  const angle = Math.PI * turn;
  return {
    id: 'kernel',
    name: 'kernel',
    says: !flip ? 'the weights' : turn === 1 ? 'turned by 180°' : 'to be turned',
    role: 'weight',
    style: 'short',
    values: kernel,
    part(u, v) {
      const [row, column] = flip ? [k - 1 - u, l - 1 - v] : [u, v];
      return `kernel.${u}.${v} ${flip ? `turned.${row}.${column} ` : ''}laid.${row}.${column}`;
    },
    shift(u, v) {
      const [row, column] = [u - (k - 1) / 2, v - (l - 1) / 2];
      return [
        row * Math.cos(angle) + column * Math.sin(angle) - row,
        column * Math.cos(angle) - row * Math.sin(angle) - column,
      ];
    },
    pressed: dragEntries(stage, 'kernel', kernel, ENTRIES),
  };
}

function productsBlock(model: Model, { position, product }: Motion): Block {
  const { laid } = model;
  return {
    id: 'products',
    name: 'products',
    says: 'entry by entry',
    style: 'short',
    values: laid.map((row, u) => row.map((weight, v) => weight * pixelAt(model, position, u, v))),
    visible: (u, v) => eased(product(u * laid[0].length + v), 0.7, 1),
  };
}

function outputBlock(model: Model, name: 'out' | 'correlation', { visible }: Motion): Block {
  const says = !model.flip
    ? 'one sum per position'
    : name === 'out'
      ? 'true convolution'
      : 'kernel not turned';
  return {
    id: name,
    name: name === 'out' ? 'out' : 'cross-correlation',
    says,
    style: 'short',
    values: model[name],
    visible,
  };
}

/** The window, in the kernel's colour. */
function windowOn({ laid, stride }: Model, { window: [i, j] }: Motion, drawn: Chain) {
  const shape = { rows: laid.length, columns: laid[0].length };
  return outline(
    boxAround(drawn.grid('padded'), { i: i * stride, j: j * stride, ...shape }),
    'weight',
  );
}

/** Pixels and weights on their way to their product, and products on their way to their sum. */
function carried(model: Model, { position, product, gathered }: Motion, drawn: Chain) {
  const { laid, stride, flip } = model;
  const [i, j] = position;
  const [k, l] = [laid.length, laid[0].length];
  const small = (name: string, row: number, column: number) =>
    shrunk(boxAt(drawn.grid(name), row, column), 0.7);
  return svg`${laid.map((row, u) =>
    row.map((weight, v) => {
      const to = small('products', u, v);
      const come = product(u * l + v);
      const pixel = pixelAt(model, position, u, v);
      if (come > 0 && come < 1) {
        const at = eased(come, 0, 0.8);
        const from = small('padded', i * stride + u, j * stride + v);
        const held = small('kernel', flip ? k - 1 - u : u, flip ? l - 1 - v : v);
        return svg`${traveller(boxBetween(from, to, at), pixel)}${traveller(boxBetween(held, to, at), weight)}`;
      }
      return gathered > 0 && gathered < 1
        ? traveller(boxBetween(to, small('out', i, j), gathered), weight * pixel)
        : nothing;
    }),
  )}`;
}
