// One output pixel an invocation: the window is multiplied with the weights and summed. What lies
// outside the image is zero.

struct Params {
  channels: u32,
  height: u32,
  width: u32,
  size: u32,
}

@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> image: array<f32>;
@group(0) @binding(2) var<storage, read> weights: array<f32>;
@group(0) @binding(3) var<storage, read_write> filtered: array<f32>;

@compute @workgroup_size(64)
fn main(
  @builtin(workgroup_id) workgroup: vec3u,
  @builtin(num_workgroups) workgroups: vec3u,
  @builtin(local_invocation_index) local: u32,
) {
  let plane = params.height * params.width;
  let i = (workgroup.y * workgroups.x + workgroup.x) * 64u + local;
  if (i >= params.channels * plane) {
    return;
  }
  let first = i - i % plane;
  let before = i32((params.size - 1u) / 2u);
  let top = i32((i % plane) / params.width) - before;
  let left = i32(i % params.width) - before;
  var sum = 0f;
  for (var row = 0u; row < params.size; row++) {
    let y = top + i32(row);
    if (y < 0 || y >= i32(params.height)) {
      continue;
    }
    for (var column = 0u; column < params.size; column++) {
      let x = left + i32(column);
      if (x >= 0 && x < i32(params.width)) {
        let pixel = image[first + u32(y) * params.width + u32(x)];
        sum += weights[row * params.size + column] * pixel;
      }
    }
  }
  filtered[i] = sum;
}
