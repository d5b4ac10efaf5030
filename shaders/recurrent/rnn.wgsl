// One unit of four sequences an invocation, one step a pass: any number of units. The first pass
// only brings in the states to begin with. The sizes stand in front.

@group(0) @binding(1) var<storage, read> projected: array<f32>;
@group(0) @binding(2) var<storage, read> w_hh: array<f32>;
@group(0) @binding(3) var<storage, read> h0: array<f32>;
@group(0) @binding(4) var<storage, read_write> h: array<f32>;
@group(0) @binding(5) var<storage, read_write> h_prev: array<f32>;

@compute @workgroup_size(32)
fn main(
  @builtin(workgroup_id) workgroup: vec3u,
  @builtin(num_workgroups) workgroups: vec3u,
  @builtin(local_invocation_index) local: u32,
) {
  let hidden = params.hidden;
  let group = params.first_workgroup + workgroup.y * workgroups.x + workgroup.x;
  let block = group * 32u + local;
  let unit = block % hidden;
  let sequence = block / hidden * 4u;
  if (sequence >= params.batch) {
    return;
  }
  let end = min(sequence + 4u, params.batch);
  if (params.pass_index == 0u) {
    for (var row = sequence; row < end; row++) {
      h_prev[row * hidden + unit] = h0[row * hidden + unit];
    }
    return;
  }

  let step = params.pass_index - 1u;
  // Beyond the last sequence the last one is summed again, and not stored.
  let sequences = min(sequence + vec4u(0u, 1u, 2u, 3u), vec4u(params.batch - 1u));
  let before = (step * params.batch + sequences) * hidden;
  let to = before + unit;
  var sum = vec4f(projected[to.x], projected[to.y], projected[to.z], projected[to.w]);
  for (var k = 0u; k < hidden; k++) {
    let x = vec4f(
      h_prev[before.x + k],
      h_prev[before.y + k],
      h_prev[before.z + k],
      h_prev[before.w + k],
    );
    sum += w_hh[k * hidden + unit] * x;
  }
  let state = tanh_of(sum);
  for (var row = sequence; row < end; row++) {
    let at = (step * params.batch + row) * hidden + unit;
    h[at] = state[row - sequence];
    if (step + 1u < params.steps) {
      h_prev[at + params.batch * hidden] = state[row - sequence];
    }
  }
}
