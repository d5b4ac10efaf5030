import { multiplyPacked, pack, TILE_COLUMNS, TILE_ROWS } from '../lib/product.wasm';
import {
  height,
  width,
  outHeight,
  outWidth,
  kernelHeight,
  kernelWidth,
  stride,
  padding,
  dilation,
} from './lib/windows.wasm';

export { setSizes } from './lib/windows.wasm';

/** Positions summed per block: as many pixels of every tap stay in the second cache. */
const PIECE: i32 = 256;
/** Taps whose pixels are laid out at a time. */
const TAPS: i32 = 64;

/** The first byte that is free. */
export function start(): usize {
  return __heap_base;
}

/** Columns of the right factor in whole tiles. */
function tiles(outputs: i32): i32 {
  return (outputs + TILE_COLUMNS - 1) & ~(TILE_COLUMNS - 1);
}

/** Bytes for a piece of what arrives, packed, and of the pixels under some taps, twice. */
export function workspace(inputs: i32, outputs: i32): usize {
  return (<usize>(PIECE * (tiles(outputs) + 2 * TAPS))) << 2;
}

/**
 * Adds to `sums`, taps × outputs of one group, what some rows of results of one image make: a
 * product of pixels, taps × positions, by what arrives, positions × outputs.
 */
export function correlate(
  image: usize,
  upstream: usize,
  sums: usize,
  inputs: i32,
  outputs: i32,
  firstRow: i32,
  rows: i32,
  work: usize,
): void {
  const taps = inputs * kernelHeight * kernelWidth;
  const plane = (<usize>(outHeight * outWidth)) << 2;
  const seen = work + ((<usize>(PIECE * tiles(outputs))) << 2);
  const packed = seen + ((<usize>(PIECE * TAPS)) << 2);
  const end = (firstRow + rows) * outWidth;
  for (let position = firstRow * outWidth; position < end; position += PIECE) {
    const deep = min(PIECE, end - position);
    pack(upstream + ((<usize>position) << 2), outputs, deep, plane, 4, TILE_COLUMNS, work);
    for (let tap = 0; tap < taps; tap += TAPS) {
      const tall = min(TAPS, taps - tap);
      for (let t = 0; t < tall; t += 1) {
        lay(image, tap + t, position, deep, seen + ((<usize>(t * PIECE)) << 2));
      }
      pack(seen, tall, deep, PIECE << 2, 4, TILE_ROWS, packed);
      const to = sums + ((<usize>(tap * outputs)) << 2);
      multiplyPacked(packed, work, tall, outputs, deep, to, (<usize>outputs) << 2, true);
    }
  }
}

/** The pixels that a tap meets at `deep` positions, one row of results at a time. */
function lay(image: usize, tap: i32, position: i32, deep: i32, into: usize): void {
  const left = (tap % kernelWidth) * dilation - padding;
  const rise = ((tap / kernelWidth) % kernelHeight) * dilation - padding;
  const plane = image + ((<usize>((tap / (kernelWidth * kernelHeight)) * height * width)) << 2);
  for (let n = 0; n < deep;) {
    const x = (position + n) % outWidth;
    const count = min(outWidth - x, deep - n);
    const row = ((position + n) / outWidth) * stride + rise;
    const to = into + ((<usize>n) << 2);
    if (row >= 0 && row < height) {
      layLine(plane + ((<usize>(row * width)) << 2), left + x * stride, count, to);
    } else {
      memory.fill(to, 0, (<usize>count) << 2);
    }
    n += count;
  }
}

/** Pixels of a line from `column` on, a stride apart; zero outside the image. */
function layLine(line: usize, column: i32, count: i32, into: usize): void {
  let n = 0;
  if (stride === 1) {
    const before = min(count, max(0, -column));
    const end = max(before, min(count, width - column));
    memory.fill(into, 0, (<usize>before) << 2);
    const from = line + ((<usize>(column + before)) << 2);
    memory.copy(into + ((<usize>before) << 2), from, (<usize>(end - before)) << 2);
    n = end;
  }
  for (; n < count; n += 1) {
    const x = column + n * stride;
    const known = x >= 0 && x < width;
    store<f32>(into + ((<usize>n) << 2), known ? load<f32>(line + ((<usize>x) << 2)) : 0);
  }
}

/** From taps × outputs to outputs × taps, group by group. */
export function turn(sums: usize, into: usize, groups: i32, outputs: i32, taps: i32): void {
  for (let group = 0; group < groups; group += 1) {
    for (let output = 0; output < outputs; output += 1) {
      for (let tap = 0; tap < taps; tap += 1) {
        store<f32>(into, load<f32>(sums + ((<usize>(tap * outputs + output)) << 2)));
        into += 4;
      }
    }
    sums += (<usize>(taps * outputs)) << 2;
  }
}
