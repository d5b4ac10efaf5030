// One row an invocation: its mean, then its variance about the mean, then its entries.

struct Params {
  rows: u32,
  width: u32,
  epsilon: f32,
}

@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> inputs: array<f32>;
@group(0) @binding(2) var<storage, read> gain: array<f32>;
@group(0) @binding(3) var<storage, read> bias: array<f32>;
@group(0) @binding(4) var<storage, read_write> outputs: array<f32>;
@group(0) @binding(5) var<storage, read_write> means: array<f32>;
@group(0) @binding(6) var<storage, read_write> inverse_deviations: array<f32>;

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
  // Summed about the first entry, so that a common offset costs no digits.
  let origin = inputs[first];
  var sum = 0f;
  for (var i = first; i < end; i++) {
    sum += inputs[i] - origin;
  }
  let offset = sum / f32(params.width);
  var squares = 0f;
  for (var i = first; i < end; i++) {
    let deviation = (inputs[i] - origin) - offset;
    squares += deviation * deviation;
  }
  let inverse = 1f / sqrt(squares / f32(params.width) + params.epsilon);
  for (var i = first; i < end; i++) {
    let normalised = ((inputs[i] - origin) - offset) * inverse;
    outputs[i] = gain[i - first] * normalised + bias[i - first];
  }
  means[row] = origin + offset;
  inverse_deviations[row] = inverse;
}
