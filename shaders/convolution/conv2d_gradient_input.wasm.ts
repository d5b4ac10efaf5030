import { BLOCK_DEPTH, multiplyPacked, pack, TILE_COLUMNS, TILE_ROWS } from '../lib/product.wasm';
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

/** Results of a piece: what goes back from them to all taps stays in the second cache. */
const PIECE: i32 = 256;

/** The first byte that is free. */
export function start(): usize {
  return __heap_base;
}

/** Rows of the left factor in whole tiles. */
function tall(taps: i32): i32 {
  return (taps + TILE_ROWS - 1) & ~(TILE_ROWS - 1);
}

/** Bytes for the packed weights of a group, a packed piece of results, and what goes back of it. */
export function workspace(inputs: i32, outputs: i32): usize {
  const taps = inputs * kernelHeight * kernelWidth;
  return (<usize>(tall(taps) * outputs + PIECE * BLOCK_DEPTH + taps * PIECE)) << 2;
}

/**
 * One group of one image. What goes back from a piece of the results to all taps is a product,
 * weights of taps × outputs by results of outputs × positions, which is then added to the pixels that
 * the taps lie on.
 */
export function carryBack(
  upstream: usize,
  weights: usize,
  gradient: usize,
  inputs: i32,
  outputs: i32,
  work: usize,
): void {
  const taps = inputs * kernelHeight * kernelWidth;
  const positions = outHeight * outWidth;
  const plane = (<usize>positions) << 2;
  const packed = work + ((<usize>(tall(taps) * outputs)) << 2);
  const back = packed + ((<usize>(PIECE * BLOCK_DEPTH)) << 2);
  for (let k = 0; k < outputs; k += BLOCK_DEPTH) {
    const from = weights + ((<usize>(k * taps)) << 2);
    const to = work + ((<usize>(tall(taps) * k)) << 2);
    pack(from, taps, min(BLOCK_DEPTH, outputs - k), 4, (<usize>taps) << 2, TILE_ROWS, to);
  }
  memory.fill(gradient, 0, (<usize>(inputs * height * width)) << 2);
  for (let position = 0; position < positions; position += PIECE) {
    const wide = min(PIECE, positions - position);
    for (let k = 0; k < outputs; k += BLOCK_DEPTH) {
      const deep = min(BLOCK_DEPTH, outputs - k);
      const from = upstream + <usize>k * plane + ((<usize>position) << 2);
      pack(from, wide, deep, 4, plane, TILE_COLUMNS, packed);
      const strips = work + ((<usize>(tall(taps) * k)) << 2);
      multiplyPacked(strips, packed, taps, wide, deep, back, PIECE << 2, k > 0);
    }
    addToPixels(back, position, wide, inputs, gradient);
  }
}

/** Adds each tap's row of a piece to the pixels under it, one row of results at a time. */
function addToPixels(back: usize, position: i32, wide: i32, inputs: i32, gradient: usize): void {
  for (let input = 0; input < inputs; input += 1) {
    const image = gradient + ((<usize>(input * height * width)) << 2);
    for (let i = 0; i < kernelHeight; i += 1) {
      for (let j = 0; j < kernelWidth; j += 1) {
        const left = j * dilation - padding;
        for (let n = 0; n < wide;) {
          const x = (position + n) % outWidth;
          const count = min(outWidth - x, wide - n);
          const row = ((position + n) / outWidth) * stride + i * dilation - padding;
          if (row >= 0 && row < height) {
            const line = image + ((<usize>(row * width)) << 2);
            addLine(back + ((<usize>n) << 2), line, left + x * stride, count);
          }
          n += count;
        }
        back += PIECE << 2;
      }
    }
  }
}

/** Adds numbers to the pixels of a line from `column` on, a stride apart, where there are any. */
function addLine(from: usize, line: usize, column: i32, count: i32): void {
  let n = 0;
  if (stride === 1) {
    n = max(0, -column);
    const end = min(count, width - column);
    for (; n + 4 <= end; n += 4) {
      const at = line + ((<usize>(column + n)) << 2);
      v128.store(at, f32x4.add(v128.load(at), v128.load(from + ((<usize>n) << 2))));
    }
  }
  for (; n < count; n += 1) {
    const x = column + n * stride;
    if (x < 0 || x >= width) continue;
    const at = line + ((<usize>x) << 2);
    store<f32>(at, load<f32>(at) + load<f32>(from + ((<usize>n) << 2)));
  }
}
