import {
  heightOf,
  html,
  key,
  nothing,
  svg,
  type HeightScale,
  type OpenedSurfacePlot,
  type Role,
  type SVGTemplateResult,
  type Stage,
  type TemplateResult,
} from '../../../src/author';
import { limitText, type Fallen } from './cliff-words';
import type { Stop } from './descents';
import { SQUARE } from './settings';

type Project = OpenedSurfacePlot['project'];

/** Both paths over the surface, up to where they leave its square, and where each stands now. */
export function drawPaths(
  { free, clipped, values }: Fallen,
  tick: number,
  { scale, project, stage }: { scale: HeightScale; project: Project; stage: Stage },
): TemplateResult {
  const { width, height, unit } = stage;
  const at = ({ w, b, loss }: Stop): string => {
    const { x, y } = project(w, b, heightOf(loss, scale));
    return `${(x / unit).toFixed(1)} ${(y / unit).toFixed(1)}`;
  };
  const one = (stops: readonly Stop[], role: Role): SVGTemplateResult => {
    const inside = withinSquare(stops);
    const now = stops[Math.min(tick, stops.length - 1)];
    return svg`<g class=${`role-${role}`}>
      <path class="path-casing" d=${`M${inside.map(at).join('L')}`} />
      <path class="path-line" d=${`M${inside.map(at).join('L')}`} />
      ${inside.filter((stop) => stops.includes(stop)).map((stop) => dot(at(stop), 2.5))}
      ${isInside(now) ? dot(at(now), 8) : nothing}
    </g>`;
  };
  return html`<svg
    class="picture"
    style="--unit: 1"
    width=${width}
    height=${height}
    viewBox="0 0 ${width / unit} ${height / unit}"
  >
    ${one(free, 'gradient')} ${one(clipped, 'weight')}
    ${key(
      [
        { text: 'without clipping', role: 'gradient', kind: 'line' },
        { text: `clipped at ${limitText(values.limit)}`, role: 'weight', kind: 'line' },
      ],
      width / unit - 8,
      4,
    )}
  </svg>`;
}

const dot = (at: string, radius: number): SVGTemplateResult =>
  svg`<circle class="path-stop" r=${radius} transform=${`translate(${at})`} />`;

const isInside = ({ w, b }: Stop): boolean =>
  w >= SQUARE.left && w <= SQUARE.right && b >= SQUARE.bottom && b <= SQUARE.top;

/** The stops up to the first that lies outside, and in its place the point where the path leaves. */
function withinSquare(stops: readonly Stop[]): Stop[] {
  const gone = stops.findIndex((stop) => !isInside(stop));
  if (gone < 0) return [...stops];
  const [from, to] = [stops[gone - 1], stops[gone]];
  const share = Math.min(
    ...(['w', 'b'] as const).map((axis) => {
      const [low, high] = axis === 'w' ? [SQUARE.left, SQUARE.right] : [SQUARE.bottom, SQUARE.top];
      const step = to[axis] - from[axis];
      return step === 0 ? 1 : ((step > 0 ? high : low) - from[axis]) / step;
    }),
  );
  const between = (a: number, b: number): number => a + share * (b - a);
  return [
    ...stops.slice(0, gone),
    {
      w: between(from.w, to.w),
      b: between(from.b, to.b),
      loss: between(from.loss, to.loss),
      norm: from.norm,
    },
  ];
}
