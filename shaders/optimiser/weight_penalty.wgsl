// One weight an invocation.

struct Params {
  networks: u32,
  inputs: u32,
  outputs: u32,
  l1: f32,
  l2: f32,
}

@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> weights: array<f32>;
@group(0) @binding(2) var<storage, read_write> gradients: array<f32>;

@compute @workgroup_size(64)
fn main(
  @builtin(workgroup_id) workgroup: vec3u,
  @builtin(num_workgroups) workgroups: vec3u,
  @builtin(local_invocation_index) local: u32,
) {
  let i = (workgroup.y * workgroups.x + workgroup.x) * 64u + local;
  let row = i / params.outputs;
  if (row >= params.networks * (params.inputs + 1u)) {
    return;
  }
  // The last row of a network holds its biases.
  if (row % (params.inputs + 1u) < params.inputs) {
    gradients[i] += params.l1 * sign(weights[i]) + params.l2 * weights[i];
  }
}
