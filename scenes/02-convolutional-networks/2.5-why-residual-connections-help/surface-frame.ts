import {
  heightOf,
  html,
  type OpenedSurfacePlot,
  type SurfacePlot,
  type TemplateResult,
} from '../../../src/author';

/** The nearer edges of the floor that a surface stands over, and how high it stands at their corners. */
export function drawFrame(
  { square, scale, heights, columns, rows }: SurfacePlot,
  project: OpenedSurfacePlot['project'],
): TemplateResult {
  const corners = [square.left, square.right].flatMap((x, i) =>
    [square.bottom, square.top].map((y, k) => {
      const z = heights[k * (rows - 1) * columns + i * (columns - 1)];
      return { floor: project(x, y, 0), ground: project(x, y, heightOf(z, scale)) };
    }),
  );
  const [front, ...sides] = corners.sort((a, b) => b.floor.y - a.floor.y).slice(0, 3);
  const at = ({ x, y }: { readonly x: number; readonly y: number }): string =>
    `${x.toFixed(1)} ${y.toFixed(1)}`;
  const edges = sides.map(({ floor }) => `M${at(front.floor)}L${at(floor)}`);
  const posts = [front, ...sides].map(({ floor, ground }) => `M${at(floor)}L${at(ground)}`);
  return html`<svg class="surface-frame" width="100%" height="100%">
    <path d=${[...edges, ...posts].join('')} />
  </svg>`;
}
