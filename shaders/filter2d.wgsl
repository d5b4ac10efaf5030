// One strip of four outputs, one above the other, an invocation. Going down a column of the window,
// each pixel and each weight is loaded once for all four. Neighbouring invocations stand on
// neighbouring columns. What lies outside the image is zero.

const STRIP = 4u;

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

// The pixel of row y in the column that begins at `column`, or zero above and below the image.
fn pixel(column: u32, y: i32) -> f32 {
  let row = u32(clamp(y, 0, i32(params.height) - 1));
  return select(0f, image[column + row * params.width], u32(y) == row);
}

@compute @workgroup_size(64)
fn main(
  @builtin(workgroup_id) workgroup: vec3u,
  @builtin(num_workgroups) workgroups: vec3u,
  @builtin(local_invocation_index) local: u32,
) {
  let first = params.height * params.piece / params.pieces;
  let end = params.height * (params.piece + 1u) / params.pieces;
  let strips = (end - first + STRIP - 1u) / STRIP;
  let i = (workgroup.y * workgroups.x + workgroup.x) * 64u + local;
  if (i >= params.channels * strips * params.width) {
    return;
  }
  let x = i % params.width;
  let y = first + (i / params.width) % strips * STRIP;
  let plane = i / (params.width * strips) * params.height * params.width;
  let before = (params.size - 1u) / 2u;
  let top = i32(y) - i32(before);
  let inside = top >= 0 && y + STRIP + params.size - before <= params.height;

  var sums = vec4f();
  for (var column = 0u; column < params.size; column++) {
    let u = i32(x + column) - i32(before);
    if (u < 0 || u >= i32(params.width)) {
      continue;
    }
    let start = plane + u32(u);
    if (inside) {
      var at = start + u32(top) * params.width;
      var pixels = vec4f(0f, image[at], image[at + params.width], image[at + 2u * params.width]);
      at += 3u * params.width;
      for (var row = 0u; row < params.size; row++) {
        pixels = vec4f(pixels.yzw, image[at]);
        sums += weights[row * params.size + column] * pixels;
        at += params.width;
      }
    } else {
      var pixels = vec4f(0f, pixel(start, top), pixel(start, top + 1), pixel(start, top + 2));
      for (var row = 0u; row < params.size; row++) {
        pixels = vec4f(pixels.yzw, pixel(start, top + 3 + i32(row)));
        sums += weights[row * params.size + column] * pixels;
      }
    }
  }

  let out = plane + y * params.width + x;
  for (var row = 0u; row < min(STRIP, end - y); row++) {
    filtered[out + row * params.width] = sums[row];
  }
}
