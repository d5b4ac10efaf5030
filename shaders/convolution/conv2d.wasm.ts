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

/** The first byte that is free. */
export function start(): usize {
  return __heap_base;
}

/** Bytes for the packed weights of a group and the packed windows of one row of pixels. */
export function workspace(inputs: i32, outputs: i32): usize {
  const tall = <usize>(outputs + TILE_ROWS);
  const taps = <usize>(inputs * kernelHeight * kernelWidth);
  return (tall * taps + <usize>(outWidth + TILE_COLUMNS) * BLOCK_DEPTH) << 2;
}

/**
 * One group of one image. A row of pixels of all channels is a product: weights of outputs × taps,
 * windows of taps × pixels, where the windows are copied out of the image as the product reads them.
 */
export function convolve(
  image: usize,
  weights: usize,
  bias: usize,
  convolved: usize,
  inputs: i32,
  outputs: i32,
  work: usize,
): void {
  const taps = inputs * kernelHeight * kernelWidth;
  const tall = (outputs + TILE_ROWS - 1) & ~(TILE_ROWS - 1);
  const windows = work + ((<usize>tall * taps) << 2);
  const plane = (<usize>(outHeight * outWidth)) << 2;
  for (let k = 0; k < taps; k += BLOCK_DEPTH) {
    const from = weights + ((<usize>k) << 2);
    const to = work + ((<usize>tall * k) << 2);
    pack(from, outputs, min(BLOCK_DEPTH, taps - k), (<usize>taps) << 2, 4, TILE_ROWS, to);
  }
  for (let y = 0; y < outHeight; y += 1) {
    const row = convolved + ((<usize>(y * outWidth)) << 2);
    begin(row, plane, outputs, bias);
    for (let k = 0; k < taps; k += BLOCK_DEPTH) {
      const deep = min(BLOCK_DEPTH, taps - k);
      packWindows(image, y, k, deep, windows);
      const strips = work + ((<usize>tall * k) << 2);
      multiplyPacked(strips, windows, outputs, outWidth, deep, row, plane, true);
    }
  }
}

/** A row of pixels of each channel begins at the channel's bias. */
function begin(row: usize, plane: usize, outputs: i32, bias: usize): void {
  for (let channel = 0; channel < outputs; channel += 1) {
    const shift: f32 = bias ? load<f32>(bias + ((<usize>channel) << 2)) : 0;
    for (let x = 0; x < outWidth; x += 1) store<f32>(row + ((<usize>x) << 2), shift);
    row += plane;
  }
}

/** The windows of a row of pixels, eight pixels at a time, from tap `first` on. */
function packWindows(image: usize, y: i32, first: i32, deep: i32, into: usize): void {
  const top = y * stride - padding;
  for (let x = 0; x < outWidth; x += TILE_COLUMNS) {
    const left = x * stride - padding;
    const inside = min(TILE_COLUMNS, outWidth - x);
    let j = first % kernelWidth;
    let i = (first / kernelWidth) % kernelHeight;
    let input = first / (kernelWidth * kernelHeight);
    for (let k = 0; k < deep; k += 1) {
      packTap(image, input, top + i * dilation, left + j * dilation, inside, into);
      into += TILE_COLUMNS << 2;
      j += 1;
      if (j === kernelWidth) {
        j = 0;
        i += 1;
        if (i === kernelHeight) {
          i = 0;
          input += 1;
        }
      }
    }
  }
}

/** What one tap sees of up to eight pixels: zero outside the image. */
function packTap(image: usize, input: i32, row: i32, left: i32, inside: i32, into: usize): void {
  const line = image + ((<usize>((input * height + row) * width)) << 2);
  const known = row >= 0 && row < height;
  if (known && stride === 1 && left >= 0 && left + TILE_COLUMNS <= width) {
    v128.store(into, v128.load(line + ((<usize>left) << 2)));
    v128.store(into, v128.load(line + ((<usize>left) << 2), 16), 16);
    return;
  }
  v128.store(into, f32x4.splat(0));
  v128.store(into, f32x4.splat(0), 16);
  if (!known) return;
  for (let n = 0; n < inside; n += 1) {
    const column = left + n * stride;
    if (column < 0 || column >= width) continue;
    store<f32>(into + ((<usize>n) << 2), load<f32>(line + ((<usize>column) << 2)));
  }
}
