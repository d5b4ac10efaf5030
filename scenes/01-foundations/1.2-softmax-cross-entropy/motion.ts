import {
  boxAt,
  boxBetween,
  eased,
  nothing,
  shrunk,
  svg,
  traveller,
  type Box,
  type SVGTemplateResult,
  type Unfolding,
} from '../../../src/author';
import type { Layout, Named } from './layout';
import type { Model } from './model';

const isUnderway = (fraction: number): boolean => fraction > 1e-6 && fraction < 1;

/** What a step uses on its way to what it makes. */
export function motion(
  { logits, p, jacobian, slope, target }: Model,
  unfolding: Unfolding,
  at: Layout,
): SVGTemplateResult {
  const count = logits.length;
  const [z, shares, grads] = [at.logits, at.p, at.grad].map(at.row);
  const fly = (from: Box, to: Box, x: number, fraction: number) =>
    traveller(boxBetween(shrunk(from, 0.8), shrunk(to, 0.8), fraction), x);
  /** A row of numbers, each to the cell below it. */
  const falling =
    (values: readonly number[], from: (i: number) => Box, to: (i: number) => Box) =>
    (fraction: number) =>
      values.map((x, i) => fly(from(i), to(i), x, eased(fraction, 0, 0.8)));
  const cell =
    (grid: typeof z, row = 0) =>
    (i: number): Box =>
      boxAt(grid, row, i);

  const softmax = falling(logits, cell(z), cell(shares));
  const rows = jacobian.map((_, j) => falling(p, cell(shares), cell(at.grid, j)));
  const contracted = falling(
    jacobian[target].map((entry) => entry * slope),
    cell(at.grid, target),
    cell(grads),
  );
  const named = ({ x, title }: Named): Box => ({
    ...{ x: x + at.wide - 110, y: title - 20 },
    ...{ width: 110, height: 30 },
  });
  const [label, lossLabel] = [named(at.jacobian), named(at.p)];
  const during = (step: string, draw: (fraction: number) => unknown, j = 0, of = 1) => {
    const fraction = unfolding.sweep(step, j, of);
    return isUnderway(fraction) ? draw(fraction) : nothing;
  };
  return svg`
    ${during('p', softmax)}
    ${during('loss', (f) => fly(boxAt(shares, 0, target), lossLabel, p[target], eased(f, 0, 0.9)))}
    ${during('chain', (f) => fly(boxAt(shares, 0, target), label, p[target], eased(f, 0, 0.9)))}
    ${rows.map((row, j) => during('jacobian', row, j, count))}
    ${during('contract', (f) =>
      f < 0.45
        ? jacobian[target].map((_, i) =>
            fly(label, boxAt(at.grid, target, i), slope, eased(f, 0, 0.4)),
          )
        : contracted((f - 0.45) / 0.55),
    )}`;
}
