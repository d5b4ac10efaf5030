import type { OrbitState } from './orbit';

/** The square of a plane that a surface plot stands over. */
export interface Square {
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly top: number;
}

/**
 * How a value becomes a height from 0 to 1: ln(1 + (z − low)/bend) over the same of `high`. A bend
 * far beyond high − low is a straight scale.
 */
export interface HeightScale {
  readonly low: number;
  readonly high: number;
  readonly bend: number;
}

/** A surface on a grid: `heights` row by row from `bottom`, each row from `left`. */
export interface SurfacePlot {
  readonly columns: number;
  readonly rows: number;
  readonly heights: ArrayLike<number>;
  readonly square: Square;
  readonly scale: HeightScale;
}

/** Colours of a surface plot, as CSS writes them: by height, of its contour lines, of its markers. */
export interface SurfacePlotColours {
  readonly low: string;
  readonly middle: string;
  readonly high: string;
  readonly line: string;
  readonly marker: string;
}

/** A picture of a surface plot with markers on it, drawn when it is told to. */
export interface OpenedSurfacePlot {
  readonly canvas: HTMLCanvasElement;
  /** Draws from buffers of the GPU; else numbers have to be handed over. */
  readonly onGpu: boolean;
  setSurface(plot: SurfacePlot): void;
  /**
   * Markers from a buffer that a kernel writes, four numbers each: x, y, z and 1 for those not to be
   * shown. Only where the picture is on the GPU.
   */
  setMarkerBuffer(buffer: GPUBuffer, count: number): void;
  /** The same from an array; called again with new numbers for every frame. */
  setMarkers(points: Float32Array): void;
  setColours(colours: SurfacePlotColours): void;
  /** Size in CSS pixels, and pixels of the canvas for each. */
  resize(width: number, height: number, ratio: number): void;
  /** Radius of a marker in CSS pixels, and how much of what lies behind it it covers, to 1. */
  setMarkerSize(radius: number, opacity: number): void;
  render(state: OrbitState): void;
  /** Where a point of the surface plot stands in the picture, in CSS pixels from the top left. */
  project(x: number, y: number, height: number): { readonly x: number; readonly y: number };
  dispose(): void;
}

/** What a value of z stands at in the picture, from 0 to 1. */
export function heightOf(z: number, { low, high, bend }: HeightScale): number {
  const part = Math.log1p((z - low) / bend) / Math.log1p((high - low) / bend);
  return Math.min(1, Math.max(0, part));
}

/** Points of a surface plot over the square from −1 to 1, a height of 1 being `tall`; y is up. */
export function gridPoints(
  { columns, rows, heights, scale }: SurfacePlot,
  tall: number,
): Float32Array {
  const points = new Float32Array(columns * rows * 3);
  for (let i = 0; i < columns * rows; i += 1) {
    const across = (i % columns) / (columns - 1);
    const along = Math.floor(i / columns) / (rows - 1);
    points.set([2 * across - 1, tall * heightOf(heights[i], scale), 1 - 2 * along], 3 * i);
  }
  return points;
}

/** Two triangles for each cell of a grid. */
export function gridTriangles(columns: number, rows: number): Uint32Array {
  const index = new Uint32Array((columns - 1) * (rows - 1) * 6);
  let n = 0;
  for (let row = 0; row < rows - 1; row += 1) {
    for (let column = 0; column < columns - 1; column += 1) {
      const a = row * columns + column;
      const b = a + columns;
      index.set([a, a + 1, b, b, a + 1, b + 1], n);
      n += 6;
    }
  }
  return index;
}
