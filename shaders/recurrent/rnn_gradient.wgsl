// One unit of four sequences an invocation, one step back a pass: any number of units. The pass
// after the first step arrives at the states that the recurrence began with. The sizes stand in
// front.

@group(0) @binding(1) var<storage, read> w_hh: array<f32>;
@group(0) @binding(2) var<storage, read> h: array<f32>;
@group(0) @binding(3) var<storage, read> upstream: array<f32>;
@group(0) @binding(4) var<storage, read_write> projected_gradient: array<f32>;
@group(0) @binding(5) var<storage, read_write> h0_gradient: array<f32>;

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
  var sent = vec4f();
  // Nothing comes after the last step.
  if (params.pass_index > 0u) {
    // Beyond the last sequence the last one is summed again, and not stored.
    let sequences = min(sequence + vec4u(0u, 1u, 2u, 3u), vec4u(params.batch - 1u));
    let after = ((params.steps - params.pass_index) * params.batch + sequences) * hidden;
    for (var k = 0u; k < hidden; k++) {
      let arriving = vec4f(
        projected_gradient[after.x + k],
        projected_gradient[after.y + k],
        projected_gradient[after.z + k],
        projected_gradient[after.w + k],
      );
      sent += w_hh[unit * hidden + k] * arriving;
    }
  }
  for (var lane = 0u; lane < min(4u, params.batch - sequence); lane++) {
    let at = (sequence + lane) * hidden + unit;
    if (params.pass_index == params.steps) {
      h0_gradient[at] = sent[lane];
    } else {
      let to = (params.steps - 1u - params.pass_index) * params.batch * hidden + at;
      projected_gradient[to] = (upstream[to] + sent[lane]) * (1f - h[to]) * (1f + h[to]);
    }
  }
}
