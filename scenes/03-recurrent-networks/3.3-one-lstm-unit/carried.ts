import {
  boxBetween,
  middleOf,
  nothing,
  showShort,
  svg,
  travelling,
  type Box,
  type SVGTemplateResult,
} from '../../../src/author';
import type { Layout } from './layout';
import type { Model } from './model';
import type { Motion } from './motion';

/** The numbers on their way through the valves. */
export function carried(
  { c_prev, c_tilde, kept, written, c, squashed, h }: Model,
  layout: Layout,
  now: Motion,
): SVGTemplateResult {
  const { forget, input, output, tanh } = layout;
  const join: Box = { x: input.x, y: layout.belt, width: 0, height: 0 };
  const adding = now.adding * 2;
  return svg`
    ${move(layout.c_prev, layout.kept, now.keeping, ({ x }) => (x < forget.x ? c_prev : kept))}
    ${move(layout.c_tilde, layout.written, now.writing, ({ y }) => (y > input.y ? c_tilde : written))}
    ${move(layout.kept, join, adding, () => kept)} ${move(layout.written, join, adding, () => written)}
    ${move(join, layout.c, adding - 1, () => c)}
    ${move(layout.c, layout.h, now.showing, ({ y }) => (y < tanh.y + tanh.height / 2 ? c : y < output.y ? squashed : h))}`;
}

/** One number from box to box; what it is depends on how far it has come. */
function move(
  from: Box,
  to: Box,
  fraction: number,
  value: (at: { readonly x: number; readonly y: number }) => number,
): SVGTemplateResult | typeof nothing {
  if (fraction <= 0 || fraction >= 1) return nothing;
  const at = middleOf(boxBetween(from, to, fraction));
  return travelling(at, showShort(value(at)));
}
