// One number of a window an invocation. `threefry` stands in front.

struct Params {
  starts: u32,
  length: u32,
  rows: u32,
  seed: u32,
  step: u32,
  shift: u32,
}

@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> data: array<u32>;
@group(0) @binding(2) var<storage, read_write> windows: array<u32>;

@compute @workgroup_size(64)
fn main(
  @builtin(workgroup_id) workgroup: vec3u,
  @builtin(num_workgroups) workgroups: vec3u,
  @builtin(local_invocation_index) local: u32,
) {
  let i = (workgroup.y * workgroups.x + workgroup.x) * 64u + local;
  if (i >= params.length * params.rows) {
    return;
  }
  let counter = vec2u(i % params.rows, params.step);
  let start = threefry2x32(vec2u(params.seed, 0u), counter).x % params.starts;
  windows[i] = data[start + params.shift + i / params.rows];
}
