import { exp, largest, sum } from '../lib/exp.wasm';
import { multiplyPacked, pack, TILE_COLUMNS, TILE_ROWS } from '../lib/product.wasm';

/** Queries and keys of a block of scores: 32 × 256 floats lie in the innermost cache. */
const QUERIES: i32 = 32;
const KEYS: i32 = 256;

/** A score that is never reached. */
const NEVER: f32 = -3e38;

/** The first byte that is free. */
export function start(): usize {
  return __heap_base;
}

/** Keys in whole blocks. */
function blocks(keys: i32): usize {
  return <usize>((keys + KEYS - 1) / KEYS) * KEYS;
}

/** Columns of the values in whole tiles. */
function tiles(width: i32): usize {
  return <usize>((width + TILE_COLUMNS - 1) / TILE_COLUMNS) * TILE_COLUMNS;
}

/** Bytes that so many keys and values are packed into, before the room to work in. */
function packedBytes(keys: i32, width: i32): usize {
  return (blocks(keys) * (<usize>width + tiles(width))) << 2;
}

/** Bytes to pack so many keys and values into, and to work in. */
export function workspace(keys: i32, width: i32): usize {
  return packedBytes(keys, width) + ((<usize>(QUERIES * (width + 2 * KEYS))) << 2);
}

/** Copies the keys and the values of each block into the order in which products read them. */
export function prepare(k: usize, v: usize, keys: i32, width: i32, work: usize): void {
  const row = (<usize>width) << 2;
  for (let j = 0; j < keys; j += KEYS) {
    const count = min(KEYS, keys - j);
    pack(k + <usize>j * row, count, width, row, 4, TILE_COLUMNS, keysAt(work, j, width));
    pack(v + <usize>j * row, width, count, 4, row, TILE_COLUMNS, valuesAt(work, j, keys, width));
  }
}

function keysAt(work: usize, j: i32, width: i32): usize {
  return work + ((<usize>j * width) << 2);
}

function valuesAt(work: usize, j: i32, keys: i32, width: i32): usize {
  return work + ((blocks(keys) * width + <usize>j * tiles(width)) << 2);
}

/**
 * Attention of `rows` queries, the first of which is token `first`, over all keys or, when causal,
 * those up to its own. Scores of a block are a product, their exponentials another's left factor.
 * `registers` gets the largest score and the sum of exponentials of each query.
 */
export function attend(
  q: usize,
  attended: usize,
  registers: usize,
  rows: i32,
  first: i32,
  keys: i32,
  width: i32,
  causal: bool,
  work: usize,
): void {
  const queries = work + packedBytes(keys, width);
  const scores = queries + ((<usize>(QUERIES * width)) << 2);
  const powers = scores + ((<usize>(QUERIES * KEYS)) << 2);
  const row = (<usize>width) << 2;
  for (let i = 0; i < rows; i += QUERIES) {
    const count = min(QUERIES, rows - i);
    const to = attended + <usize>i * row;
    const kept = registers + ((<usize>i) << 3);
    const end = causal ? min(keys, first + i + count) : keys;
    begin(to, kept, count, width);
    pack(q + <usize>i * row, count, width, row, 4, TILE_ROWS, queries);
    for (let j = 0; j < end; j += KEYS) {
      // All keys of the block, as they were packed: those out of sight get the weight 0.
      const seen = min(KEYS, keys - j);
      multiplyPacked(queries, keysAt(work, j, width), count, seen, width, scores, KEYS << 2, false);
      for (let n = 0; n < count; n += 1) {
        const visible = causal ? min(seen, first + i + n + 1 - j) : seen;
        const line = scores + ((<usize>n * KEYS) << 2);
        soften(line, visible, seen, to + <usize>n * row, width, kept + ((<usize>n) << 3));
      }
      pack(scores, count, seen, KEYS << 2, 4, TILE_ROWS, powers);
      const values = valuesAt(work, j, keys, width);
      multiplyPacked(powers, values, count, width, seen, to, row, true);
    }
    for (let n = 0; n < count; n += 1) {
      scaleBy(to + <usize>n * row, width, 1 / load<f32>(kept + ((<usize>n) << 3), 4));
    }
  }
}

function begin(attended: usize, registers: usize, count: i32, width: i32): void {
  memory.fill(attended, 0, (<usize>count * width) << 2);
  for (let n = 0; n < count; n += 1) {
    store<f32>(registers + ((<usize>n) << 3), NEVER);
    store<f32>(registers + ((<usize>n) << 3), 0, 4);
  }
}

/** Turns a line of scores, scaled, into exponentials, 0 beyond `visible`, and rescales the sums. */
function soften(
  line: usize,
  visible: i32,
  seen: i32,
  mixed: usize,
  width: i32,
  register: usize,
): void {
  const scale: f32 = 1 / sqrt<f32>(<f32>width);
  const scales = f32x4.splat(scale);
  const whole = visible & ~3;
  let tops = f32x4.splat(NEVER);
  for (let j = 0; j < whole; j += 4) {
    const at = line + ((<usize>j) << 2);
    const scaled = f32x4.mul(v128.load(at), scales);
    v128.store(at, scaled);
    tops = f32x4.pmax(tops, scaled);
  }
  const before = load<f32>(register);
  let m = max(before, largest(tops));
  for (let j = max(0, whole); j < visible; j += 1) {
    const at = line + ((<usize>j) << 2);
    const scaled: f32 = load<f32>(at) * scale;
    store<f32>(at, scaled);
    m = max(m, scaled);
  }
  let l = load<f32>(register, 4);
  if (m > before) {
    const rescale = f32x4.extract_lane(exp(f32x4.splat(before - m)), 0);
    l *= rescale;
    scaleBy(mixed, width, rescale);
    store<f32>(register, m);
  }
  const ms = f32x4.splat(m);
  let sums = f32x4.splat(0);
  for (let j = 0; j < whole; j += 4) {
    const at = line + ((<usize>j) << 2);
    const power = exp(f32x4.sub(v128.load(at), ms));
    v128.store(at, power);
    sums = f32x4.add(sums, power);
  }
  l += sum(sums);
  for (let j = max(0, whole); j < visible; j += 1) {
    const at = line + ((<usize>j) << 2);
    const power = f32x4.extract_lane(exp(f32x4.splat(load<f32>(at) - m)), 0);
    store<f32>(at, power);
    l += power;
  }
  for (let j = max(0, visible); j < seen; j += 1) store<f32>(line + ((<usize>j) << 2), 0);
  store<f32>(register, l, 4);
}

function scaleBy(at: usize, count: i32, factor: f32): void {
  const factors = f32x4.splat(factor);
  let i = 0;
  for (; i + 4 <= count; i += 4) {
    v128.store(at, f32x4.mul(v128.load(at), factors));
    at += 16;
  }
  for (; i < count; i += 1) {
    store<f32>(at, load<f32>(at) * factor);
    at += 4;
  }
}
