// One number of a batch an invocation, inputs first. `threefry` stands in front.

struct Params {
  networks: u32,
  examples: u32,
  inputs: u32,
  outputs: u32,
  rows: u32,
  seed: u32,
  step: u32,
}

@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> x_data: array<f32>;
@group(0) @binding(2) var<storage, read> y_data: array<f32>;
@group(0) @binding(3) var<storage, read_write> x: array<f32>;
@group(0) @binding(4) var<storage, read_write> y: array<f32>;

// The same example for this row of every network's batch.
fn example(row: u32) -> u32 {
  let counter = vec2u(row % params.rows, params.step);
  return threefry2x32(vec2u(params.seed, 0u), counter).x % params.examples;
}

@compute @workgroup_size(64)
fn main(
  @builtin(workgroup_id) workgroup: vec3u,
  @builtin(num_workgroups) workgroups: vec3u,
  @builtin(local_invocation_index) local: u32,
) {
  let i = (workgroup.y * workgroups.x + workgroup.x) * 64u + local;
  let rows = params.networks * params.rows;
  let values = rows * params.inputs;
  if (i < values) {
    x[i] = x_data[example(i / params.inputs) * params.inputs + i % params.inputs];
  } else if (i < values + rows * params.outputs) {
    let k = i - values;
    y[k] = y_data[example(k / params.outputs) * params.outputs + k % params.outputs];
  }
}
