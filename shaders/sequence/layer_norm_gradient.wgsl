// One row an invocation: two means over it, then its entries.

struct Params {
  rows: u32,
  width: u32,
}

@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> inputs: array<f32>;
@group(0) @binding(2) var<storage, read> gain: array<f32>;
@group(0) @binding(3) var<storage, read> means: array<f32>;
@group(0) @binding(4) var<storage, read> inverse_deviations: array<f32>;
@group(0) @binding(5) var<storage, read> upstream: array<f32>;
@group(0) @binding(6) var<storage, read_write> gradient: array<f32>;

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
  let first = row * params.width;
  let end = first + params.width;
  let mean = means[row];
  let inverse = inverse_deviations[row];
  var along = 0f;
  var level = 0f;
  for (var i = first; i < end; i++) {
    let arriving = gain[i - first] * upstream[i];
    level += arriving;
    along += arriving * ((inputs[i] - mean) * inverse);
  }
  level /= f32(params.width);
  along /= f32(params.width);
  for (var i = first; i < end; i++) {
    let arriving = gain[i - first] * upstream[i];
    gradient[i] = inverse * (arriving - level - along * ((inputs[i] - mean) * inverse));
  }
}
