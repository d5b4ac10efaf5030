import type { OrbitState } from './orbit';
import { CONTOURS, LIGHT, sight, TALL, type Sighted } from './surface-look';
import {
  heightOf,
  type OpenedSurfacePlot,
  type SurfacePlot,
  type SurfacePlotColours,
} from './surface-plot';

/** Cells along each side: as many as a processor fills while a reader turns the plot. */
const CELLS = 64;
/** Shades of the ground between its lowest and its highest. */
const SHADES = 64;
/** Cells by which a marker is drawn as if it stood nearer. */
const AHEAD = 2;
/** A marker is as large as a dot from here down: a square is quicker than a disc. */
const DOT = 1.2;

/** The surface as it is drawn: heights from 0 to 1 on the corners of the cells, row by row. */
type Heights = Float32Array;

const corner = (column: number, row: number): number => row * (CELLS + 1) + column;

/** A surface plot on a plain canvas, for browsers without WebGPU and WebGL: far cells first. */
export class CanvasSurfacePlot implements OpenedSurfacePlot {
  readonly canvas = document.createElement('canvas');
  readonly onGpu = false;
  /** On the processor: an imitated graphics card is slower at thousands of small cells. */
  private readonly context = this.canvas.getContext('2d', { willReadFrequently: true })!;
  private plot?: SurfacePlot;
  private heights: Heights = new Float32Array((CELLS + 1) ** 2);
  private markers: Float32Array = new Float32Array(0);
  private marker = { radius: 1, opacity: 1 };
  private colours?: SurfacePlotColours;
  private shades: readonly Rgb[] = [];
  private size = { width: 1, height: 1 };
  private see = sight({ azimuth: 0, elevation: 0, distance: 1 }, this.size);

  setSurface(plot: SurfacePlot): void {
    const { columns, rows, heights, scale } = plot;
    this.plot = plot;
    this.heights = Float32Array.from({ length: (CELLS + 1) ** 2 }, (_, i) => {
      const column = Math.round(((i % (CELLS + 1)) / CELLS) * (columns - 1));
      const row = Math.round((Math.floor(i / (CELLS + 1)) / CELLS) * (rows - 1));
      return heightOf(heights[row * columns + column], scale);
    });
  }

  setMarkerBuffer(): void {
    throw new Error('a plain canvas draws no buffer of a GPU');
  }

  setMarkers(points: Float32Array): void {
    this.markers = points;
  }

  setColours(colours: SurfacePlotColours): void {
    this.colours = colours;
    this.shades = shadesOf(colours);
  }

  resize(width: number, height: number, ratio: number): void {
    this.size = { width, height };
    this.canvas.width = Math.round(width * ratio);
    this.canvas.height = Math.round(height * ratio);
    this.canvas.style.width = `${width}px`;
    this.canvas.style.height = `${height}px`;
    this.context.scale(ratio, ratio);
  }

  setMarkerSize(radius: number, opacity: number): void {
    this.marker = { radius, opacity };
  }

  render(state: OrbitState): void {
    const { context, size, colours } = this;
    this.see = sight(state, size);
    context.clearRect(0, 0, size.width, size.height);
    if (!this.plot || !colours) return;
    const seen = this.corners();
    const standing = this.markersByCell(this.plot, state);
    const far = (cell: number): number =>
      [0, 1, CELLS + 1, CELLS + 2].reduce((sum, step) => sum + seen[first(cell) + step].depth, 0);
    const depths = Float32Array.from({ length: CELLS ** 2 }, (_, cell) => far(cell));
    const order = Array.from(depths.keys()).sort((a, b) => depths[b] - depths[a]);
    for (const cell of order) {
      this.drawCell(cell, seen, colours);
      for (const at of standing.get(cell) ?? []) this.drawMarker(at, colours);
    }
  }

  project(x: number, y: number, height: number): Sighted {
    const [across, along] = this.onSquare(x, y);
    return this.see(across, TALL * height, -along);
  }

  dispose(): void {
    this.canvas.remove();
  }

  /** A point of the plane where the square reaches from −1 to 1. */
  private onSquare(x: number, y: number): [number, number] {
    const { left, right, bottom, top } = this.plot?.square ?? UNIT;
    return [(2 * (x - left)) / (right - left) - 1, (2 * (y - bottom)) / (top - bottom) - 1];
  }

  private corners(): Sighted[] {
    return Array.from(this.heights, (height, i) => {
      const across = (i % (CELLS + 1)) / CELLS;
      const along = Math.floor(i / (CELLS + 1)) / CELLS;
      return this.see(2 * across - 1, TALL * height, 1 - 2 * along);
    });
  }

  /**
   * Where the markers stand in the picture, by the cell after which they are drawn: one nearer than
   * their own, whose neighbours would cover half of them.
   */
  private markersByCell({ scale }: SurfacePlot, { azimuth }: OrbitState): Map<number, Sighted[]> {
    const { markers } = this;
    const nearer = [AHEAD * Math.sin(azimuth), -AHEAD * Math.cos(azimuth)];
    const found = new Map<number, Sighted[]>();
    for (let i = 0; i < markers.length; i += 4) {
      const [x, y, z, hidden] = markers.subarray(i, i + 4);
      const [across, along] = this.onSquare(x, y);
      if (hidden > 0.5 || !(Math.abs(across) <= 1 && Math.abs(along) <= 1)) continue;
      const [column, row] = [across, along].map((part, axis) =>
        Math.max(0, Math.min(CELLS - 1, Math.floor(((part + 1) / 2) * CELLS + nearer[axis]))),
      );
      const cell = row * CELLS + column;
      const at = this.see(across, TALL * heightOf(z, scale), -along);
      const there = found.get(cell);
      if (there) there.push(at);
      else found.set(cell, [at]);
    }
    return found;
  }

  private drawCell(cell: number, seen: readonly Sighted[], { line }: SurfacePlotColours): void {
    const { context, heights } = this;
    const around = [0, 1, CELLS + 2, CELLS + 1].map((step) => first(cell) + step);
    const levels = around.map((i) => heights[i]);
    const path = new Path2D();
    for (const i of around) path.lineTo(seen[i].x, seen[i].y);
    path.closePath();
    context.fillStyle = context.strokeStyle = this.colourOf(levels);
    context.lineWidth = 0.7;
    context.fill(path);
    // Neighbours that only touch would let the ground behind them through.
    context.stroke(path);
    context.strokeStyle = line;
    context.lineWidth = 1.4;
    context.globalAlpha = 0.35;
    context.stroke(
      contoursIn(
        levels,
        around.map((i) => seen[i]),
      ),
    );
    context.globalAlpha = 1;
  }

  /** By its height, lit by its slope. */
  private colourOf([a, b, c, d]: readonly number[]): string {
    const shade = this.shades[Math.round(((a + b + c + d) / 4) * (SHADES - 1))];
    const across = (TALL * CELLS * (b + c - a - d)) / 4;
    const along = (TALL * CELLS * (c + d - a - b)) / 4;
    const [x, y, z] = LIGHT.from;
    const light = (y - x * across + z * along) / Math.hypot(1, across, along) / Math.hypot(x, y, z);
    const lit = light * LIGHT.lit + LIGHT.around;
    return `rgb(${shade.map((part) => Math.round(part * lit)).join(' ')})`;
  }

  private drawMarker({ x, y }: Sighted, { marker }: SurfacePlotColours): void {
    const { context } = this;
    const { radius, opacity } = this.marker;
    context.globalAlpha = opacity;
    context.fillStyle = marker;
    context.beginPath();
    if (radius < DOT) context.rect(x - radius, y - radius, 2 * radius, 2 * radius);
    else context.arc(x, y, radius, 0, 2 * Math.PI);
    context.fill();
    context.globalAlpha = 1;
  }
}

const UNIT = { left: -1, right: 1, bottom: -1, top: 1 };

/** The corner of a cell from which its others are counted. */
const first = (cell: number): number => corner(cell % CELLS, Math.floor(cell / CELLS));

type Rgb = readonly [red: number, green: number, blue: number];

/** The colours of the ground by height, read from a gradient that the browser mixes. */
function shadesOf({ low, middle, high }: SurfacePlotColours): Rgb[] {
  const canvas = document.createElement('canvas');
  canvas.width = SHADES;
  canvas.height = 1;
  const context = canvas.getContext('2d')!;
  const gradient = context.createLinearGradient(0, 0, SHADES, 0);
  [low, middle, high].forEach((colour, i) => gradient.addColorStop(i / 2, colour));
  context.fillStyle = gradient;
  context.fillRect(0, 0, SHADES, 1);
  const { data } = context.getImageData(0, 0, SHADES, 1);
  return Array.from({ length: SHADES }, (_, i) => [data[4 * i], data[4 * i + 1], data[4 * i + 2]]);
}

/** The contour lines through a cell whose corners, in turn, have these heights and positions. */
function contoursIn(levels: readonly number[], at: readonly Sighted[]): Path2D {
  const path = new Path2D();
  const lowest = Math.ceil(Math.min(...levels) * CONTOURS);
  for (let k = lowest; k <= Math.max(...levels) * CONTOURS; k += 1) {
    const level = k / CONTOURS;
    const crossings = levels.flatMap((from, i) => {
      const next = (i + 1) % levels.length;
      const to = levels[next];
      if (from < level === to < level) return [];
      const part = (level - from) / (to - from);
      return [[at[i].x + part * (at[next].x - at[i].x), at[i].y + part * (at[next].y - at[i].y)]];
    });
    crossings.forEach(([x, y], i) => (i % 2 === 0 ? path.moveTo(x, y) : path.lineTo(x, y)));
  }
  return path;
}
