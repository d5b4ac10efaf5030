// One row an invocation: what arrives on average, then its entries.

struct Params {
  rows: u32,
  columns: u32,
}

@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> probabilities: array<f32>;
@group(0) @binding(2) var<storage, read> upstream: array<f32>;
@group(0) @binding(3) var<storage, read_write> gradient: array<f32>;

@compute @workgroup_size(64)
fn main(
  @builtin(workgroup_id) workgroup: vec3u,
  @builtin(num_workgroups) workgroups: vec3u,
  @builtin(local_invocation_index) local: u32,
) {
  let row = (workgroup.y * workgroups.x + workgroup.x) * 64u + local;
  if (row >= params.rows) {
    return;
  }
  let first = row * params.columns;
  let end = first + params.columns;
  var expected = 0f;
  for (var i = first; i < end; i++) {
    expected += probabilities[i] * upstream[i];
  }
  for (var i = first; i < end; i++) {
    gradient[i] = probabilities[i] * (upstream[i] - expected);
  }
}
