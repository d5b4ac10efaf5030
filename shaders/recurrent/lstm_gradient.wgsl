// One unit of four sequences an invocation, one step back a pass: any number of units. What the
// cells carry back is kept in `c0_gradient`. The pass after the first step arrives at the states
// that the recurrence began with. The sizes stand in front.

@group(0) @binding(1) var<storage, read> u: array<f32>;
@group(0) @binding(2) var<storage, read> gates: array<f32>;
@group(0) @binding(3) var<storage, read> c: array<f32>;
@group(0) @binding(4) var<storage, read> c0: array<f32>;
@group(0) @binding(5) var<storage, read> upstream: array<f32>;
@group(0) @binding(6) var<storage, read_write> projected_gradient: array<f32>;
@group(0) @binding(7) var<storage, read_write> h0_gradient: array<f32>;
@group(0) @binding(8) var<storage, read_write> c0_gradient: array<f32>;

fn put(sequence: u32, unit: u32, sent: f32) {
  let hidden = params.hidden;
  let size = params.batch * hidden;
  let at = sequence * hidden + unit;
  if (params.pass_index == params.steps) {
    h0_gradient[at] = sent;
    return;
  }
  let step = params.steps - 1u - params.pass_index;
  let to = step * size + at;
  let gate = (step * params.batch + sequence) * 4u * hidden + unit;
  let f = gates[gate];
  let i = gates[gate + hidden];
  let candidate = gates[gate + 2u * hidden];
  let o = gates[gate + 3u * hidden];
  var before: f32;
  if (step == 0u) {
    before = c0[at];
  } else {
    before = c[to - size];
  }
  let squashed = tanh_of(vec4f(c[to])).x;
  let arriving = upstream[to] + sent;
  var cell = arriving * o * (1f - squashed) * (1f + squashed);
  if (params.pass_index > 0u) {
    cell += c0_gradient[at];
  }
  c0_gradient[at] = cell * f;
  projected_gradient[gate] = cell * before * f * (1f - f);
  projected_gradient[gate + hidden] = cell * candidate * i * (1f - i);
  projected_gradient[gate + 2u * hidden] = cell * i * (1f - candidate) * (1f + candidate);
  projected_gradient[gate + 3u * hidden] = arriving * squashed * o * (1f - o);
}

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
    let deep = 4u * hidden;
    // Beyond the last sequence the last one is summed again, and not stored.
    let sequences = min(sequence + vec4u(0u, 1u, 2u, 3u), vec4u(params.batch - 1u));
    let after = ((params.steps - params.pass_index) * params.batch + sequences) * deep;
    for (var k = 0u; k < deep; k++) {
      let arriving = vec4f(
        projected_gradient[after.x + k],
        projected_gradient[after.y + k],
        projected_gradient[after.z + k],
        projected_gradient[after.w + k],
      );
      sent += u[unit * deep + k] * arriving;
    }
  }
  for (var lane = 0u; lane < min(4u, params.batch - sequence); lane++) {
    put(sequence + lane, unit, sent[lane]);
  }
}
