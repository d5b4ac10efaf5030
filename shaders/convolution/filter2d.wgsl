// Eight outputs, one beside the other, an invocation. Going along a row of the window, each pixel
// and each weight is loaded once for all eight. What lies outside the image is zero.

const RUN = 8u;

struct Params {
  channels: u32,
  height: u32,
  width: u32,
  size: u32,
  piece: u32,
  pieces: u32,
}

@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> image: array<f32>;
@group(0) @binding(2) var<storage, read> weights: array<f32>;
@group(0) @binding(3) var<storage, read_write> filtered: array<f32>;

// The pixel in column x of the row that begins at `row`, or zero to the left and right of the image.
fn pixel(row: u32, x: i32) -> f32 {
  let column = u32(clamp(x, 0, i32(params.width) - 1));
  return select(0f, image[row + column], u32(x) == column);
}

@compute @workgroup_size(64)
fn main(
  @builtin(workgroup_id) workgroup: vec3u,
  @builtin(num_workgroups) workgroups: vec3u,
  @builtin(local_invocation_index) local: u32,
) {
  let first = params.height * params.piece / params.pieces;
  let rows = params.height * (params.piece + 1u) / params.pieces - first;
  let runs = (params.width + RUN - 1u) / RUN;
  let i = (workgroup.y * workgroups.x + workgroup.x) * 64u + local;
  if (i >= params.channels * rows * runs) {
    return;
  }
  let x = i % runs * RUN;
  let y = first + (i / runs) % rows;
  let plane = i / (runs * rows) * params.height * params.width;
  let before = (params.size - 1u) / 2u;
  let left = i32(x) - i32(before);

  var s0 = 0f;
  var s1 = 0f;
  var s2 = 0f;
  var s3 = 0f;
  var s4 = 0f;
  var s5 = 0f;
  var s6 = 0f;
  var s7 = 0f;
  for (var row = 0u; row < params.size; row++) {
    let v = i32(y + row) - i32(before);
    if (v < 0 || v >= i32(params.height)) {
      continue;
    }
    let start = plane + u32(v) * params.width;
    // The eight pixels that meet one weight; a step to the right brings one new pixel.
    var p0 = 0f;
    var p1 = pixel(start, left);
    var p2 = pixel(start, left + 1);
    var p3 = pixel(start, left + 2);
    var p4 = pixel(start, left + 3);
    var p5 = pixel(start, left + 4);
    var p6 = pixel(start, left + 5);
    var p7 = pixel(start, left + 6);
    for (var column = 0u; column < params.size; column++) {
      p0 = p1;
      p1 = p2;
      p2 = p3;
      p3 = p4;
      p4 = p5;
      p5 = p6;
      p6 = p7;
      p7 = pixel(start, left + 7 + i32(column));
      let weight = weights[row * params.size + column];
      s0 += weight * p0;
      s1 += weight * p1;
      s2 += weight * p2;
      s3 += weight * p3;
      s4 += weight * p4;
      s5 += weight * p5;
      s6 += weight * p6;
      s7 += weight * p7;
    }
  }

  let out = plane + y * params.width + x;
  let count = params.width - x;
  if (count >= RUN) {
    filtered[out] = s0;
    filtered[out + 1u] = s1;
    filtered[out + 2u] = s2;
    filtered[out + 3u] = s3;
    filtered[out + 4u] = s4;
    filtered[out + 5u] = s5;
    filtered[out + 6u] = s6;
    filtered[out + 7u] = s7;
    return;
  }
  var sums = array<f32, RUN>(s0, s1, s2, s3, s4, s5, s6, s7);
  for (var k = 0u; k < count; k++) {
    filtered[out + k] = sums[k];
  }
}
