// One column an invocation, down the rows: neighbours read neighbours.

struct Params {
  rows: u32,
  width: u32,
}

@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> inputs: array<f32>;
@group(0) @binding(2) var<storage, read> means: array<f32>;
@group(0) @binding(3) var<storage, read> inverse_deviations: array<f32>;
@group(0) @binding(4) var<storage, read> upstream: array<f32>;
@group(0) @binding(5) var<storage, read_write> gain_gradient: array<f32>;
@group(0) @binding(6) var<storage, read_write> bias_gradient: array<f32>;

@compute @workgroup_size(64)
fn main(
  @builtin(workgroup_id) workgroup: vec3u,
  @builtin(num_workgroups) workgroups: vec3u,
  @builtin(local_invocation_index) local: u32,
) {
  let column = (workgroup.y * workgroups.x + workgroup.x) * 64u + local;
  if (column >= params.width) {
    return;
  }
  var gain = 0f;
  var bias = 0f;
  for (var row = 0u; row < params.rows; row++) {
    let i = row * params.width + column;
    gain += upstream[i] * ((inputs[i] - means[row]) * inverse_deviations[row]);
    bias += upstream[i];
  }
  gain_gradient[column] = gain;
  bias_gradient[column] = bias;
}
