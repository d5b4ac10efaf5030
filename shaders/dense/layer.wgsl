// One output an invocation. ACTIVATION, `activate` and the sizes stand in front.

@group(0) @binding(1) var<storage, read> x: array<f32>;
@group(0) @binding(2) var<storage, read> weights: array<f32>;
@group(0) @binding(3) var<storage, read_write> y: array<f32>;

@compute @workgroup_size(64)
fn main(
  @builtin(workgroup_id) workgroup: vec3u,
  @builtin(num_workgroups) workgroups: vec3u,
  @builtin(local_invocation_index) local: u32,
) {
  let i = (workgroup.y * workgroups.x + workgroup.x) * 64u + local;
  if (i >= params.networks * params.rows * params.outputs) {
    return;
  }
  let output = i % params.outputs;
  let row = i / params.outputs;
  var weight = row / params.rows * (params.inputs + 1u) * params.outputs + output;
  var sum = 0f;
  for (var k = 0u; k < params.inputs; k += 1u) {
    sum += x[row * params.inputs + k] * weights[weight];
    weight += params.outputs;
  }
  y[i] = activate(vec4f(sum + weights[weight]), ACTIVATION).x;
}
