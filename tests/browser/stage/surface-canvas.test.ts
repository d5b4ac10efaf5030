// The surface plot of a browser that has neither WebGPU nor WebGL.
import { expect, test } from 'vitest';
import { CanvasSurfacePlot } from '../../../src/stage/surface-canvas';

const SIDE = 65;
const square = { left: -4, right: 4, bottom: -2, top: 2 };
/** A ridge along the middle, from left to right. */
const ridge = Float32Array.from({ length: SIDE * SIDE }, (_, i) => {
  const y = (2 * Math.floor(i / SIDE)) / (SIDE - 1) - 1;
  return Math.exp(-40 * y * y);
});

function opened(): CanvasSurfacePlot {
  const plot = new CanvasSurfacePlot();
  plot.resize(400, 300, 1);
  plot.setColours({
    low: '#003300',
    middle: '#006600',
    high: '#00ff00',
    line: '#000000',
    marker: '#ff0000',
  });
  plot.setMarkerSize(4, 1);
  plot.setSurface({
    columns: SIDE,
    rows: SIDE,
    heights: ridge,
    square,
    // So far beyond the heights that the scale is straight.
    scale: { low: 0, high: 1, bend: 1e6 },
  });
  return plot;
}

/** How many pixels are red, and where they are on average. */
function red(plot: CanvasSurfacePlot) {
  const { width, height } = plot.canvas;
  const { data } = plot.canvas.getContext('2d')!.getImageData(0, 0, width, height);
  const found = Array.from({ length: width * height }, (_, i) => i).filter(
    (i) => data[4 * i] > 200 && data[4 * i + 1] < 60,
  );
  // From the corner of the picture to the middle of a pixel.
  const mean = (of: (i: number) => number) =>
    0.5 + found.reduce((sum, i) => sum + of(i), 0) / found.length;
  return { count: found.length, x: mean((i) => i % width), y: mean((i) => Math.floor(i / width)) };
}

const low = { azimuth: 0, elevation: 0.2, distance: 5 };

test('a marker stands where it is projected to', () => {
  const plot = opened();
  plot.setMarkers(Float32Array.of(1, -1, 0, 0));
  plot.render(low);
  const seen = red(plot);
  const at = plot.project(1, -1, 0);
  expect(seen.count).toBeGreaterThan(30);
  expect(Math.abs(seen.x - at.x)).toBeLessThan(1);
  expect(Math.abs(seen.y - at.y)).toBeLessThan(1);
});

test.each([
  ['behind the ridge', 0, 1, 0],
  ['beyond the square', 5, 0, 0],
  ['not to be shown', 1, -1, 1],
])('a marker %s is not seen', (_, x, y, hidden) => {
  const plot = opened();
  plot.setMarkers(Float32Array.of(x, y, 0, hidden));
  plot.render(low);
  expect(red(plot).count).toBe(0);
});

test('from above, what stood behind the ridge is seen', () => {
  const plot = opened();
  plot.setMarkers(Float32Array.of(0, 1, 0, 0));
  plot.render({ ...low, elevation: 1.5 });
  expect(red(plot).count).toBeGreaterThan(30);
});

test('higher ground is drawn brighter', () => {
  const plot = opened();
  plot.render({ ...low, elevation: 1.5 });
  const green = (y: number, height: number) => {
    const at = plot.project(0.4, y, height);
    return plot.canvas.getContext('2d')!.getImageData(at.x, at.y, 1, 1).data[1];
  };
  expect(green(0, 1)).toBeGreaterThan(green(1, 0) + 60);
});
