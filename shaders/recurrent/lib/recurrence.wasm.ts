// The product that a recurrence repeats, states · weights, with the weights packed once for all steps.

import { multiplyPacked, pack, TILE_COLUMNS, TILE_ROWS } from '../../lib/product.wasm';

/** Numbers in whole tiles. */
function padded(count: i32, tile: i32): i32 {
  return ((count + tile - 1) / tile) * tile;
}

/** Bytes for packed weights of depth × columns and for the packed states of a step. */
export function workspace(batch: i32, depth: i32, columns: i32): usize {
  return (<usize>(depth * (padded(columns, TILE_COLUMNS) + padded(batch, TILE_ROWS)))) << 2;
}

/** Packs weights; a stride of 4 runs along rows as they lie, exchanging the strides transposes. */
export function packWeights(
  weights: usize,
  depth: i32,
  columns: i32,
  stride: usize,
  depthStride: usize,
  work: usize,
): void {
  pack(weights, columns, depth, stride, depthStride, TILE_COLUMNS, work);
}

/** Adds states · weights, batch × columns, to sums that lie without gaps, as the states do. */
export function addProduct(
  states: usize,
  batch: i32,
  depth: i32,
  columns: i32,
  sums: usize,
  work: usize,
): void {
  const strips = work + ((<usize>(depth * padded(columns, TILE_COLUMNS))) << 2);
  pack(states, batch, depth, (<usize>depth) << 2, 4, TILE_ROWS, strips);
  multiplyPacked(strips, work, batch, columns, depth, sums, (<usize>columns) << 2, true);
}
