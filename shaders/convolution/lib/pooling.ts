import { spread, type Dimensions, type Knob, type Knobs } from '../../../src/compute/kernel';
import { positionsOf } from './convolution';

/** The dimensions of a pooling and its gradient; planes are the channels of all images. */
export const POOLING = [
  ...['planes', 'height', 'width'],
  ...['outHeight', 'outWidth', 'windowHeight', 'windowWidth'],
] as const;

/** Where there is only one position along a side, its stride says nothing. */
const FREE_STRIDE = 64;

/** Padding is at most half a window: every window has a pixel then. */
const mostPadding = ({ windowHeight, windowWidth }: Dimensions): number =>
  Math.floor(Math.min(windowHeight, windowWidth) / 2);

/** The largest stride that leaves the last window within the widest padding. */
function mostStride(d: Dimensions): number {
  const along = (size: number, window: number, positions: number): number =>
    positions === 1
      ? FREE_STRIDE
      : Math.floor((size + 2 * mostPadding(d) - window) / (positions - 1));
  const down = along(d.height, d.windowHeight, d.outHeight);
  return Math.max(1, Math.min(down, along(d.width, d.windowWidth, d.outWidth)));
}

/** How the window slides: steps, and padding around the image. */
export const STEPPING: Readonly<Record<'stride' | 'padding', Knob>> = {
  stride: { type: 'u32', min: 1, max: mostStride },
  padding: { type: 'u32', min: 0, max: mostPadding },
};

/** The check of poolings: every window lies within the padded image. */
export function windowsFit(d: Dimensions, { stride, padding }: Knobs): string | undefined {
  for (const [side, out, window] of [
    ['height', 'outHeight', 'windowHeight'],
    ['width', 'outWidth', 'windowWidth'],
  ]) {
    const positions = Math.max(0, positionsOf(d[side], d[window], { stride, padding }));
    if (d[out] > positions) {
      return `${out} is ${d[out]}; windows of ${d[window]} have ${positions} positions on ${d[side]} pixels`;
    }
    if (d[side] > 65_535) return `${side} is ${d[side]}; at most 65,535 pixels`;
  }
  return undefined;
}

/** Of the window at a position along one side, the taps that lie in the image: from, up to end. */
export function tapsInside(position: number, size: number, window: number, knobs: Knobs) {
  const start = position * knobs.stride - knobs.padding;
  return { start, from: Math.max(0, -start), end: Math.min(window, size - start) };
}

/** Every result with its window: which result, and each tap in the image with its pixel. */
export function* windowsOf(d: Dimensions, knobs: Knobs) {
  for (let out = 0; out < d.planes * d.outHeight * d.outWidth; out += 1) {
    const x = out % d.outWidth;
    const y = Math.floor(out / d.outWidth) % d.outHeight;
    const plane = Math.floor(out / (d.outWidth * d.outHeight)) * d.height * d.width;
    const down = tapsInside(y, d.height, d.windowHeight, knobs);
    const along = tapsInside(x, d.width, d.windowWidth, knobs);
    const taps: { tap: number; pixel: number }[] = [];
    for (let i = down.from; i < down.end; i += 1) {
      for (let j = along.from; j < along.end; j += 1) {
        const pixel = plane + (down.start + i) * d.width + along.start + j;
        taps.push({ tap: i * d.windowWidth + j, pixel });
      }
    }
    yield { out, taps };
  }
}

/** Each workgroup takes 64 runs of four results of a row. */
export const runsOfResults = (d: Dimensions): readonly [number, number, number] =>
  spread(d.planes * d.outHeight * Math.ceil(d.outWidth / 4), 64);

/** Each workgroup takes 64 runs of four pixels of a row. */
export const runsOfPixels = (d: Dimensions): readonly [number, number, number] =>
  spread(d.planes * d.height * Math.ceil(d.width / 4), 64);

/** Sizes that leave the suite room to draw windows that fit. */
export const poolingSuite = {
  largest: {
    ...{ planes: 3, height: 12, width: 12, outHeight: 3, outWidth: 7 },
    ...{ windowHeight: 3, windowWidth: 3 },
  },
};

/** One plane, one pixel, one position, except for what is said: for edges. */
export const sizes = (said: Dimensions): Dimensions => ({
  ...Object.fromEntries(POOLING.map((name) => [name, 1])),
  ...said,
});
