// Sums of float32 in float64: eight numbers are added as they are, their sum is added to a total.

/** The first byte that is free. */
export function start(): usize {
  return __heap_base;
}

/** Eight vectors, `stride` bytes apart. */
function eight(at: usize, stride: usize): v128 {
  const near = f32x4.add(
    f32x4.add(v128.load(at), v128.load(at + stride)),
    f32x4.add(v128.load(at + 2 * stride), v128.load(at + 3 * stride)),
  );
  at += 4 * stride;
  const far = f32x4.add(
    f32x4.add(v128.load(at), v128.load(at + stride)),
    f32x4.add(v128.load(at + 2 * stride), v128.load(at + 3 * stride)),
  );
  return f32x4.add(near, far);
}

/** The last two of four, first. */
function upper(x: v128): v128 {
  return v128.shuffle<i64>(x, x, 1, 0);
}

/** Adds four numbers to four totals. */
function addTo(totals: usize, x: v128): void {
  const low = f64x2.add(v128.load(totals), f64x2.promote_low_f32x4(x));
  const high = f64x2.add(v128.load(totals, 16), f64x2.promote_low_f32x4(upper(x)));
  v128.store(totals, low);
  v128.store(totals, high, 16);
}

/** Adds turns of `parts` numbers, a multiple of 4, to as many totals. */
export function addTurns(values: usize, turns: i32, parts: i32, totals: usize): void {
  const stride = (<usize>parts) << 2;
  for (; turns >= 8; turns -= 8) {
    for (let at: usize = 0; at < stride; at += 16) {
      addTo(totals + 2 * at, eight(values + at, stride));
    }
    values += 8 * stride;
  }
  for (; turns > 0; turns -= 1) {
    for (let at: usize = 0; at < stride; at += 16) {
      addTo(totals + 2 * at, v128.load(values + at));
    }
    values += stride;
  }
}

/** Totals as float32. */
export function round(totals: usize, parts: i32, sums: usize): void {
  for (let part = 0; part < parts; part += 1) {
    store<f32>(sums, <f32>load<f64>(totals));
    totals += 8;
    sums += 4;
  }
}

/** The sums of rows that lie without gaps. */
export function sumRows(values: usize, rows: i32, length: i32, sums: usize): void {
  for (let row = 0; row < rows; row += 1) {
    let low = f64x2.splat(0);
    let high = low;
    let left = length;
    for (; left >= 32; left -= 32) {
      const x = eight(values, 16);
      low = f64x2.add(low, f64x2.promote_low_f32x4(x));
      high = f64x2.add(high, f64x2.promote_low_f32x4(upper(x)));
      values += 128;
    }
    low = f64x2.add(low, high);
    let total = f64x2.extract_lane(low, 0) + f64x2.extract_lane(low, 1);
    for (; left > 0; left -= 1) {
      total += <f64>load<f32>(values);
      values += 4;
    }
    store<f32>(sums, <f32>total);
    sums += 4;
  }
}
