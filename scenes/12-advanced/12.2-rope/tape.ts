import {
  drawLabels,
  freeHandle,
  placed,
  plot,
  show,
  integer,
  snapped,
  svg,
  type Box,
  type Frame,
  type Label,
  type Point,
  type SVGTemplateResult,
  type Unfolding,
} from '../../../src/author';
import { ranges, type Givens, type Model } from './model';
import './view.css';

export const HEIGHT = 156;
/** Positions seen at once, while query and key are no further apart than half of them. */
const SEEN = 24;
/** The tape is put on by so many positions, so that it rests while something is dragged. */
const BY = 8;

/** The positions of query and key on the text; as both move on, the text passes beneath them. */
export function tape(
  model: Model,
  unfolding: Unfolding,
  box: Box,
  { stage, id }: Frame<Givens>,
): SVGTemplateResult {
  const { m, n, relative, shift } = model;
  const moved = shift * unfolding.progress('shift');
  const [low, high] = windowOf(model);
  const strip = plot({
    box,
    id: id('tape'),
    x: { domain: [low + moved - 0.5, high + moved - 0.5], label: 'position' },
    y: { domain: [0, 1], ticks: 0 },
    left: 4,
    bare: true,
  });
  const at = { q: strip.x(m + moved), k: strip.x(n + moved) };
  const lane = { q: strip.top + 18, k: strip.bottom - 26 };
  const middle: Point = [(at.q + at.k) / 2, (lane.q + lane.k) / 2];
  const aPosition = (strip.right - strip.left) / (high - low);
  const move =
    (change: (by: number) => Partial<Givens>) => (dx: number, _: number, commit: boolean) =>
      stage.edit(change(Math.round(dx / aPosition)), commit);
  const placedAt = (x: number): number => snapped(x, ranges.position);
  const says = (name: 'm' | 'n', position: number): string =>
    unfolding.shown('shift')
      ? `$${name} + \\Delta$ = ${show(position + shift, integer)}`
      : `$${name}$ = ${show(position, integer)}`;
  const labels: Label[] = [
    beside(says('m', m), [at.q, lane.q], m <= n, { role: 'input', part: 'm' }),
    beside(says('n', n), [at.k, lane.k], n < m, { role: 'value', part: 'n' }),
    ...(unfolding.shown('relative')
      ? [beside(`$d$ = ${show(relative, integer)}`, middle, false, { part: 'relative' })]
      : []),
  ];
  return svg`${strip.axes}
    <path class="tape-stem role-input" d=${`M${at.q} ${lane.q}V${strip.bottom}`} />
    <path class="tape-stem role-value" d=${`M${at.k} ${lane.k}V${strip.bottom}`} />
    <path class="tape-apart" data-part="relative" d=${`M${at.q} ${lane.q}L${at.k} ${lane.k}`} />
    ${freeHandle({
      ...{ at: { x: middle[0], y: middle[1] }, ways: [0], shape: 'square' },
      changes: 'both positions',
      moved: move((by) => {
        const least = Math.max(by, -Math.min(m, n));
        return { m: placedAt(m + least), n: placedAt(n + least) };
      }),
    })}
    ${freeHandle({
      ...{ at: { x: at.q, y: lane.q }, ways: [0], role: 'input', part: 'm' },
      changes: 'the position of the query',
      moved: move((by) => ({ m: placedAt(m + by) })),
    })}
    ${freeHandle({
      ...{ at: { x: at.k, y: lane.k }, ways: [0], role: 'value', part: 'n' },
      changes: 'the position of the key',
      moved: move((by) => ({ n: placedAt(n + by) })),
    })}
    ${drawLabels(placed(labels, box))}`;
}

/** The positions in view: both, with as much around them as there is room for. */
function windowOf({ m, n }: Model): Point {
  const apart = Math.abs(n - m);
  const seen = apart > SEEN / 2 ? 1.4 * apart : SEEN;
  const first = Math.min(m, n) - (apart > SEEN / 2 ? 0.2 * apart : 1);
  const low = Math.max(0, BY * Math.floor(first / BY));
  return [low, low + seen];
}

/** A label left or right of a handle. */
const beside = (
  text: string,
  [x, y]: Point,
  left: boolean,
  mark: Pick<Label, 'role' | 'part'>,
): Label => {
  const spots = [
    { x: x - 28, y: y + 5, anchor: 'end' as const },
    { x: x + 28, y: y + 5, anchor: 'start' as const },
  ];
  return { text, ...mark, needed: true, spots: left ? spots : spots.toReversed() };
};
