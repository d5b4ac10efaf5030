import {
  boxBetween,
  cellsBox,
  handle,
  lattice,
  leftOut,
  nothing,
  windowOutline,
  picture,
  slidingWindow,
  svg,
  type Frame,
  type Lattice,
  type Stage,
  type Unfolding,
  type View,
} from '../../../src/author';
import { layoutOf } from './layout';
import { range, type Givens, type Model } from './model';
import './view.css';

/** The padded image under its window, what the window fills, and the pool after it. */
export const view = (stage: Stage<Givens>): View<Model> => picture(stage, draw);

const square = (side: number): string => `${side} × ${side}`;

function draw(model: Model, unfolding: Unfolding, frame: Frame<Givens>) {
  const { input, padding, kernel, conv, pool, pooling } = model;
  const { image, out, pooled, height } = layoutOf(model, frame);
  const [convolved, shrunk] = [unfolding.progress('conv'), unfolding.progress('pool')];
  const inner = cellsBox(image, padding, padding, input);
  const compared = unfolding.progress('same');
  const sized = (name: string, step: string, side: number): string =>
    unfolding.shown(step) ? `${name} ${square(side)}` : name;
  return {
    height,
    content: svg`
      ${lattice(image, {
        title: `image ${square(input)}`,
        says: `padding ${padding}`,
        part: 'padded padding',
        filled: '',
      })}
      <g class="inner" data-part="input">${windowOutline(inner, 'mark')}</g>
      ${slidingWindow({
        slide: conv,
        from: image,
        to: out,
        fraction: convolved,
        role: 'weight',
        part: 'kernel stride dilation',
        id: frame.id('left-out'),
        out: {
          title: sized('convolved', 'conv', conv.positions),
          says: `kernel ${square(kernel)}`,
          role: 'activation',
          part: 'conv_out',
        },
      })}
      ${
        convolved === 1
          ? slidingWindow({
              slide: pooling,
              from: out,
              to: pooled,
              fraction: shrunk,
              role: 'value',
              part: 'pool pool_stride',
              id: frame.id('not-pooled'),
              out: {
                title: sized('pooled', 'pool', pooling.positions),
                says: `largest of ${square(pool)}`,
                role: 'activation',
                part: 'pool_out',
              },
            })
          : nothing
      }
      ${
        compared > 0 && compared < 1
          ? windowOutline(
              boxBetween(cellsBox(out, 0, 0, conv.positions), inner, compared),
              'filling',
            )
          : nothing
      }
      ${handles(model, image, frame, convolved === 0)}`,
  };
}

/** What is dragged: the border by its edge; the window by its corner and by where it goes next. */
function handles(model: Model, image: Lattice, { stage }: Frame<Givens>, resting: boolean) {
  const { conv, stride, dilation } = model;
  const { pitch, length } = image.axis;
  const window = cellsBox(image, 0, 0, conv.span);
  const next = cellsBox(image, 0, stride, conv.span);
  const handleFor = (name: 'padding' | 'kernel' | 'stride', x: number, y: number, cells = 1) =>
    handle({
      stage,
      name,
      from: model[name],
      range,
      to: (dx) => model[name] + dx / pitch / cells,
      x,
      y,
      along: 'x',
      changes: `the ${name}`,
      role: name === 'padding' ? 'input' : 'weight',
    });
  return svg`
    ${handleFor('padding', image.x + length, image.y + length / 2)}
    ${
      resting
        ? svg`${windowOutline(next, 'next')}
            ${handleFor('stride', next.x + next.width, next.y)}
            ${handleFor('kernel', window.x + window.width, window.y + window.height, dilation)}`
        : nothing
    }`;
}

/** What no window reaches, which the solution does not say. */
export const describe = ({ conv, padded }: Model, unfolding: Unfolding): string =>
  unfolding.shown('conv')
    ? `Rows and columns of the padded image that no window reaches: ${leftOut(conv, padded).length}.`
    : '';
