// As layer_norm.wgsl, for rows of whole vec4: four entries at a time.

struct Params {
  rows: u32,
  width: u32,
  epsilon: f32,
}

@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> inputs: array<vec4f>;
@group(0) @binding(2) var<storage, read> gain: array<vec4f>;
@group(0) @binding(3) var<storage, read> bias: array<vec4f>;
@group(0) @binding(4) var<storage, read_write> outputs: array<vec4f>;
@group(0) @binding(5) var<storage, read_write> means: array<f32>;
@group(0) @binding(6) var<storage, read_write> inverse_deviations: array<f32>;

fn total(v: vec4f) -> f32 {
  return (v.x + v.y) + (v.z + v.w);
}

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
  let wide = params.width / 4u;
  let first = row * wide;
  let end = first + wide;
  // Summed about the first entry, so that a common offset costs no digits.
  let origin = inputs[first].x;
  var sums = vec4f();
  for (var i = first; i < end; i++) {
    sums += inputs[i] - origin;
  }
  let offset = total(sums) / f32(params.width);
  var squares = vec4f();
  for (var i = first; i < end; i++) {
    let deviations = (inputs[i] - origin) - offset;
    squares += deviations * deviations;
  }
  let inverse = 1f / sqrt(total(squares) / f32(params.width) + params.epsilon);
  for (var i = first; i < end; i++) {
    let normalised = ((inputs[i] - origin) - offset) * inverse;
    outputs[i] = gain[i - first] * normalised + bias[i - first];
  }
  means[row] = origin + offset;
  inverse_deviations[row] = inverse;
}
