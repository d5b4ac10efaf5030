// A policy an invocation.

struct Params {
  rows: u32,
  classes: u32,
}

@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> counts: array<u32>;
@group(0) @binding(2) var<storage, read> policies: array<f32>;
@group(0) @binding(3) var<storage, read> reference: array<f32>;
@group(0) @binding(4) var<storage, read> rewards: array<f32>;
@group(0) @binding(5) var<storage, read> prices: array<f32>;
@group(0) @binding(6) var<storage, read_write> gradients: array<f32>;

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
  let start = row * params.classes;
  var sampled = 0u;
  for (var k = 0u; k < params.classes; k++) {
    sampled += counts[start + k];
  }
  let whole = f32(max(1u, sampled));
  var baseline = 0f;
  for (var k = 0u; k < params.classes; k++) {
    let i = start + k;
    // What was never sampled earned nothing, even where its probability is 0.
    if (counts[i] > 0u) {
      let earned = rewards[k] - prices[row] * log(policies[i] / reference[k]);
      baseline += f32(counts[i]) / whole * earned;
      gradients[i] = earned;
    } else {
      gradients[i] = 0f;
    }
  }
  for (var k = 0u; k < params.classes; k++) {
    let i = start + k;
    gradients[i] = f32(counts[i]) / whole * (baseline - gradients[i]);
  }
}
