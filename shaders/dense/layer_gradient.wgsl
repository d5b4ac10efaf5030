// One number of a gradient an invocation: first those of the inputs, then those of the weights.
// ACTIVATION and the sizes stand in front.

@group(0) @binding(1) var<storage, read> x: array<f32>;
@group(0) @binding(2) var<storage, read> weights: array<f32>;
@group(0) @binding(3) var<storage, read> y: array<f32>;
@group(0) @binding(4) var<storage, read> upstream: array<f32>;
@group(0) @binding(5) var<storage, read_write> x_gradient: array<f32>;
@group(0) @binding(6) var<storage, read_write> weights_gradient: array<f32>;

// The gradient at the sum of a unit, before its activation.
fn at_sum(i: u32) -> f32 {
  let output = y[i];
  var slope = 1f;
  switch ACTIVATION {
    case 1u: {
      slope = select(0f, 1f, output > 0f);
    }
    case 2u: {
      slope = 1f - output * output;
    }
    case 3u: {
      slope = output * (1f - output);
    }
    default: {
    }
  }
  return upstream[i] * slope;
}

fn input_gradient(i: u32) {
  let row = i / params.inputs;
  let weight = (row / params.rows * (params.inputs + 1u) + i % params.inputs) * params.outputs;
  var sum = 0f;
  for (var j = 0u; j < params.onward * params.outputs; j += 1u) {
    sum += at_sum(row * params.outputs + j) * weights[weight + j];
  }
  x_gradient[i] = sum;
}

fn weight_gradient(i: u32) {
  let output = i % params.outputs;
  let row = i / params.outputs;
  let input = row % (params.inputs + 1u);
  let first = row / (params.inputs + 1u) * params.rows;
  var sum = 0f;
  for (var k = first; k < first + params.rows; k += 1u) {
    var value = 1f;
    if (input < params.inputs) {
      value = x[k * params.inputs + input];
    }
    sum += value * at_sum(k * params.outputs + output);
  }
  weights_gradient[i] = sum;
}

@compute @workgroup_size(64)
fn main(
  @builtin(workgroup_id) workgroup: vec3u,
  @builtin(num_workgroups) workgroups: vec3u,
  @builtin(local_invocation_index) local: u32,
) {
  let i = (workgroup.y * workgroups.x + workgroup.x) * 64u + local;
  let values = params.networks * params.rows * params.inputs;
  if (i < values) {
    input_gradient(i);
  } else if (i < values + params.networks * (params.inputs + 1u) * params.outputs) {
    weight_gradient(i - values);
  }
}
