// One number an invocation: neighbours write neighbours.

struct Params {
  first: u32,
  second: u32,
  inner: u32,
}

@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> values: array<f32>;
@group(0) @binding(2) var<storage, read_write> swapped: array<f32>;

@compute @workgroup_size(64)
fn main(
  @builtin(workgroup_id) workgroup: vec3u,
  @builtin(num_workgroups) workgroups: vec3u,
  @builtin(local_invocation_index) local: u32,
) {
  let i = (workgroup.y * workgroups.x + workgroup.x) * 64u + local;
  if (i >= params.first * params.second * params.inner) {
    return;
  }
  let row = i / params.inner;
  let source = (row % params.first) * params.second + row / params.first;
  swapped[i] = values[source * params.inner + i % params.inner];
}
