import {
  freeHandle,
  nothing,
  svg,
  type Place,
  type Plot,
  type SVGTemplateResult,
  type Vector,
} from '../../../src/author';

/** The part of the line w₀x + w₁y + b = 0 that lies in a square around 0, or nothing. */
export function segment([w0, w1, b]: Vector, reach: number): [Place, Place] | undefined {
  const ends = [-reach, reach].flatMap((side): Place[] => [
    ...(w1 === 0 ? [] : [{ x: side, y: -(w0 * side + b) / w1 }]),
    ...(w0 === 0 ? [] : [{ x: -(w1 * side + b) / w0, y: side }]),
  ]);
  const inside = ends.filter(({ x, y }) => Math.max(Math.abs(x), Math.abs(y)) <= reach + 1e-9);
  const [first] = inside;
  const other = inside.find(({ x, y }) => Math.hypot(x - first.x, y - first.y) > 1e-6);
  return other && [first, other];
}

const hundredths = (x: number): number => Number(x.toFixed(2)) + 0;

/** The same line moved by a vector: its direction stays, so only the bias changes. */
export const shifted = ([w0, w1, b, ...rest]: Vector, by: Place): Vector => [
  w0,
  w1,
  hundredths(b - w0 * by.x - w1 * by.y),
  ...rest,
];

/** The same line turned about a point of it by an angle: the weights turn, the bias follows. */
export function turned([w0, w1, , ...rest]: Vector, about: Place, angle: number): Vector {
  const [c, s] = [Math.cos(angle), Math.sin(angle)];
  const [u, v] = [hundredths(c * w0 - s * w1), hundredths(s * w0 + c * w1)];
  return [u, v, hundredths(-(u * about.x + v * about.y)), ...rest];
}

/** The decision line of a neuron, to be moved by its middle and turned by its end. */
export function decisionLine(
  plot: Plot,
  weights: Vector,
  reach: number,
  edit: (weights: Vector, commit: boolean) => void,
): SVGTemplateResult | typeof nothing {
  const ends = segment(weights, reach);
  if (!ends) return nothing;
  const at = ({ x, y }: Place): Place => ({ x: plot.x(x), y: plot.y(y) });
  const along = (share: number): Place => ({
    x: ends[0].x + (ends[1].x - ends[0].x) * share,
    y: ends[0].y + (ends[1].y - ends[0].y) * share,
  });
  const [middle, end] = [along(0.5), along(0.85)];
  const unit = plot.area.width / (2 * reach);
  const angleOf = (x: number, y: number): number => Math.atan2(y - middle.y, x - middle.x);
  const [from, to] = ends.map(at);
  const d = `M${from.x} ${from.y}L${to.x} ${to.y}`;
  return svg`<path class="heat-casing" d=${d} /><path class="heat-line" d=${d} />
    ${freeHandle({
      at: at(middle),
      role: 'weight',
      changes: 'where the line is',
      moved: (dx, dy, commit) => edit(shifted(weights, { x: dx / unit, y: -dy / unit }), commit),
    })}
    ${freeHandle({
      at: at(end),
      role: 'weight',
      cue: false,
      changes: 'the direction of the line',
      moved: (dx, dy, commit) =>
        edit(
          turned(
            weights,
            middle,
            angleOf(end.x + dx / unit, end.y - dy / unit) - angleOf(end.x, end.y),
          ),
          commit,
        ),
    })}`;
}
