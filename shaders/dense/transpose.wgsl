// One entry an invocation: neighbours write neighbours.

struct Params {
  batch: u32,
  rows: u32,
  columns: u32,
}

@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> matrices: array<f32>;
@group(0) @binding(2) var<storage, read_write> transposed: array<f32>;

@compute @workgroup_size(64)
fn main(
  @builtin(workgroup_id) workgroup: vec3u,
  @builtin(num_workgroups) workgroups: vec3u,
  @builtin(local_invocation_index) local: u32,
) {
  let i = (workgroup.y * workgroups.x + workgroup.x) * 64u + local;
  let size = params.rows * params.columns;
  if (i >= params.batch * size) {
    return;
  }
  let column = (i % size) / params.rows;
  let row = i % params.rows;
  transposed[i] = matrices[i - i % size + row * params.columns + column];
}
