// One radius an invocation: it walks down the steps and keeps the total.

struct Params {
  steps: u32,
  networks: u32,
  radii: u32,
}

@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> log_norms: array<f32>;
@group(0) @binding(2) var<storage, read_write> mean: array<f32>;

@compute @workgroup_size(64)
fn main(
  @builtin(workgroup_id) workgroup: vec3u,
  @builtin(num_workgroups) workgroups: vec3u,
  @builtin(local_invocation_index) local: u32,
) {
  let r = (workgroup.y * workgroups.x + workgroup.x) * 64u + local;
  if (r >= params.radii) {
    return;
  }
  var total = 0f;
  for (var step = 0u; step < params.steps; step++) {
    var sum = 0f;
    for (var network = 0u; network < params.networks; network++) {
      sum += log_norms[(step * params.networks + network) * params.radii + r];
    }
    total += sum / f32(params.networks);
    mean[step * params.radii + r] = total;
  }
}
