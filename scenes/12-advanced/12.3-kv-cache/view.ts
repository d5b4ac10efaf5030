import {
  eased,
  nothing,
  picture,
  showBytes,
  svg,
  travelling,
  type Frame,
  type Stage,
  type Unfolding,
  type View,
} from '../../../src/author';
import { growth } from './growth';
import { layoutOf } from './layout';
import type { Givens, Model } from './model';
import { toScale } from './to-scale';
import { tokenGrid } from './token-grid';
import './view.css';

export const view = (stage: Stage<Givens>): View<Model> => picture(stage, draw);

/** What one token leaves, how that grows with the context, and all of it to scale. */
function draw(model: Model, unfolding: Unfolding, frame: Frame<Givens>) {
  const layout = layoutOf(frame);
  const grid = tokenGrid(model, unfolding, layout.grid, frame);
  const grown = growth(model, unfolding, layout.growth, frame);
  const scale = toScale(model, unfolding, layout.scale, frame);
  // What a token costs goes to the curve, and the whole cache from there to its bar.
  const total = unfolding.progress('total', 0, 0.85);
  const values = unfolding.progress('values', 0, 0.85);
  const between = (from: { x: number; y: number }, to: { x: number; y: number }, at: number) => ({
    x: from.x + (to.x - from.x) * at,
    y: from.y + (to.y - from.y) * at,
  });
  return {
    height: layout.height,
    content: svg`<g class="kv-cache">
      ${grid.content} ${grown.content} ${scale.content}
      ${
        values > 0 && values < 1
          ? travelling(between(grid.middle, grown.foot, eased(values)), showBytes(model.per_token))
          : nothing
      }
      ${
        total > 0 && total < 1
          ? travelling(between(grown.foot, scale.bar, eased(total)), showBytes(model.total))
          : nothing
      }
    </g>`,
  };
}

/** Where the shape comes from, and what the bars stand for. */
export const describe = (model: Model, unfolding: Unfolding): string => {
  const { shape, layers, kv_heads, weights } = model;
  return [
    `A grid of ${layers} layers by ${kv_heads} KV heads is what one token leaves.`,
    shape ? `${shape.name}: ${shape.source}.` : 'A shape of your own.',
    `The weights take ${showBytes(weights)}.`,
    ...(unfolding.shown('shared')
      ? ['Bars compare the cache with one KV head for each query head, for a few, and for all.']
      : []),
    ...(unfolding.shown('fits')
      ? model.fits.map(
          ({ name, gib, longest }) =>
            `${name}, ${gib} GiB: at most ${longest.toLocaleString('en')} tokens.`,
        )
      : []),
  ].join(' ');
};
