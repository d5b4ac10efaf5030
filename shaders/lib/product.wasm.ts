// Products of matrices in blocks that stay in the caches, after Goto and van de Geijn, 2008,
// “Anatomy of high-performance matrix multiplication”: both factors are copied into the order in
// which a tile of 4 × 8 sums, held in registers, reads them.

import { multiplyAdd } from './exp.wasm';
import { turnFour } from './turn.wasm';

/** Rows and columns of a tile. */
export const TILE_ROWS: i32 = 4;
export const TILE_COLUMNS: i32 = 8;

/** Products summed per block: a panel of 8 × 256 floats lies in the innermost cache. */
export const BLOCK_DEPTH: i32 = 256;
/** Rows per block: 64 × 256 floats lie in the second cache. */
export const BLOCK_ROWS: i32 = 64;
/** Columns per block: 256 × 512 floats lie in the second or third cache. */
export const BLOCK_COLUMNS: i32 = 512;

/** Where a tile at an edge is summed before its part inside is copied out. */
const edge: usize = memory.data(4 * 8 * 4, 16);

/**
 * Copies a factor into strips of `width` rows, or columns, each in order of depth; what is missing
 * in the last strip is 0. Strides are in bytes.
 */
export function pack(
  source: usize,
  count: i32,
  depth: i32,
  stride: usize,
  depthStride: usize,
  width: i32,
  into: usize,
): void {
  for (let first = 0; first < count; first += width) {
    const inside = min(width, count - first);
    const from = source + <usize>first * stride;
    if (stride === 4 && inside === width) {
      for (let k = 0; k < depth; k += 1) {
        const at = from + <usize>k * depthStride;
        v128.store(into, v128.load(at));
        if (width === 8) v128.store(into, v128.load(at, 16), 16);
        into += (<usize>width) << 2;
      }
    } else if (depthStride === 4 && width === 4 && inside === 4) {
      into = packFour(from, depth, stride, into);
    } else {
      for (let k = 0; k < depth; k += 1) {
        let at = from + <usize>k * depthStride;
        for (let i = 0; i < inside; i += 1) {
          store<f32>(into + ((<usize>i) << 2), load<f32>(at));
          at += stride;
        }
        for (let i = inside; i < width; i += 1) store<f32>(into + ((<usize>i) << 2), 0);
        into += (<usize>width) << 2;
      }
    }
  }
}

/** Four rows side by side, turned 4 × 4 numbers at a time; returns the address after them. */
function packFour(a: usize, depth: i32, stride: usize, into: usize): usize {
  const whole = (<usize>(depth & ~3)) << 2;
  let k: usize = 0;
  for (; k < whole; k += 16) {
    turnFour(a + k, stride, into, 16);
    into += 64;
  }
  for (const end = (<usize>depth) << 2; k < end; k += 4) {
    store<f32>(into, load<f32>(a + k));
    store<f32>(into, load<f32>(a + k + stride), 4);
    store<f32>(into, load<f32>(a + k + 2 * stride), 8);
    store<f32>(into, load<f32>(a + k + 3 * stride), 12);
    into += 16;
  }
  return into;
}

/** A tile of sums from a strip of each factor; set, or added to what is there. */
function tile(a: usize, b: usize, depth: i32, c: usize, stride: usize, add: bool): void {
  let c00 = f32x4.splat(0);
  let c01 = c00;
  let c10 = c00;
  let c11 = c00;
  let c20 = c00;
  let c21 = c00;
  let c30 = c00;
  let c31 = c00;
  const end = a + ((<usize>depth) << 4);
  while (a < end) {
    const b0 = v128.load(b);
    const b1 = v128.load(b, 16);
    let x = v128.load_splat<f32>(a);
    c00 = multiplyAdd(x, b0, c00);
    c01 = multiplyAdd(x, b1, c01);
    x = v128.load_splat<f32>(a, 4);
    c10 = multiplyAdd(x, b0, c10);
    c11 = multiplyAdd(x, b1, c11);
    x = v128.load_splat<f32>(a, 8);
    c20 = multiplyAdd(x, b0, c20);
    c21 = multiplyAdd(x, b1, c21);
    x = v128.load_splat<f32>(a, 12);
    c30 = multiplyAdd(x, b0, c30);
    c31 = multiplyAdd(x, b1, c31);
    a += 16;
    b += 32;
  }
  put(c, c00, c01, add);
  put(c + stride, c10, c11, add);
  put(c + 2 * stride, c20, c21, add);
  put(c + 3 * stride, c30, c31, add);
}

function put(at: usize, left: v128, right: v128, add: bool): void {
  if (add) {
    left = f32x4.add(left, v128.load(at));
    right = f32x4.add(right, v128.load(at, 16));
  }
  v128.store(at, left);
  v128.store(at, right, 16);
}

/** The product of a packed block of rows and a packed block of columns, into or onto c. */
export function multiplyPacked(
  a: usize,
  b: usize,
  rows: i32,
  columns: i32,
  depth: i32,
  c: usize,
  stride: usize,
  add: bool,
): void {
  for (let j = 0; j < columns; j += TILE_COLUMNS) {
    const panel = b + ((<usize>j * depth) << 2);
    for (let i = 0; i < rows; i += TILE_ROWS) {
      const strip = a + ((<usize>i * depth) << 2);
      const at = c + <usize>i * stride + ((<usize>j) << 2);
      if (i + TILE_ROWS <= rows && j + TILE_COLUMNS <= columns) {
        tile(strip, panel, depth, at, stride, add);
      } else {
        tile(strip, panel, depth, edge, 32, false);
        putEdge(at, stride, min(TILE_ROWS, rows - i), min(TILE_COLUMNS, columns - j), add);
      }
    }
  }
}

function putEdge(at: usize, stride: usize, rows: i32, columns: i32, add: bool): void {
  for (let i = 0; i < rows; i += 1) {
    for (let j = 0; j < columns; j += 1) {
      const to = at + <usize>i * stride + ((<usize>j) << 2);
      const value = load<f32>(edge + ((<usize>(i * TILE_COLUMNS + j)) << 2));
      store<f32>(to, add ? load<f32>(to) + value : value);
    }
  }
}

/** Bytes that `multiply` needs for its packed blocks. */
export function workspace(): usize {
  return (<usize>(BLOCK_DEPTH * (BLOCK_ROWS + BLOCK_COLUMNS))) << 2;
}

/**
 * c = a·b with a of rows × depth and b of depth × columns, c in rows without gaps. A stride of 4
 * runs along a factor's rows as they lie; exchanging its two strides transposes it.
 */
export function multiply(
  a: usize,
  aStride: usize,
  aDepthStride: usize,
  b: usize,
  bStride: usize,
  bDepthStride: usize,
  c: usize,
  rows: i32,
  columns: i32,
  depth: i32,
  work: usize,
): void {
  const stride = (<usize>columns) << 2;
  const panels = work + ((<usize>(BLOCK_DEPTH * BLOCK_ROWS)) << 2);
  for (let j = 0; j < columns; j += BLOCK_COLUMNS) {
    const wide = min(BLOCK_COLUMNS, columns - j);
    for (let k = 0; k < depth; k += BLOCK_DEPTH) {
      const deep = min(BLOCK_DEPTH, depth - k);
      const right = b + <usize>k * bDepthStride + <usize>j * bStride;
      pack(right, wide, deep, bStride, bDepthStride, TILE_COLUMNS, panels);
      for (let i = 0; i < rows; i += BLOCK_ROWS) {
        const tall = min(BLOCK_ROWS, rows - i);
        const left = a + <usize>i * aStride + <usize>k * aDepthStride;
        pack(left, tall, deep, aStride, aDepthStride, TILE_ROWS, work);
        const to = c + <usize>i * stride + ((<usize>j) << 2);
        multiplyPacked(work, panels, tall, wide, deep, to, stride, k > 0);
      }
    }
  }
}
