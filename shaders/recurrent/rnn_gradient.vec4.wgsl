// One turn, a step back, of four units of four sequences: what the step after it sends back is summed
// in registers, sixteen weights at a time serving four sequences. The turn after the first step
// arrives at the states that the recurrence began with. Rows of units are made of whole vec4. The
// sizes stand in front, behind it who takes a turn when.

@group(0) @binding(1) var<storage, read> w_hh: array<vec4f>;
@group(0) @binding(2) var<storage, read> h: array<vec4f>;
@group(0) @binding(3) var<storage, read> upstream: array<vec4f>;
@group(0) @binding(4) var<storage, read_write> projected_gradient: array<vec4f>;
@group(0) @binding(5) var<storage, read_write> h0_gradient: array<vec4f>;

fn put(turn: u32, sequence: u32, quad: u32, sent: vec4f) {
  if (sequence >= params.batch) {
    return;
  }
  let quads = params.hidden / 4u;
  let at = sequence * quads + quad;
  if (turn == params.steps) {
    h0_gradient[at] = sent;
    return;
  }
  let to = (params.steps - 1u - turn) * params.batch * quads + at;
  projected_gradient[to] = (upstream[to] + sent) * (1f - h[to]) * (1f + h[to]);
}

fn take(turn: u32, sequence: u32, quad: u32) {
  let quads = params.hidden / 4u;
  var s0 = vec4f();
  var s1 = vec4f();
  var s2 = vec4f();
  var s3 = vec4f();
  // Nothing comes after the last step.
  if (turn > 0u) {
    // Beyond the last sequence the last one is summed again, and not stored.
    let sequences = min(sequence + vec4u(0u, 1u, 2u, 3u), vec4u(params.batch - 1u));
    let after = ((params.steps - turn) * params.batch + sequences) * quads;
    let at = 4u * quad * quads;
    for (var k = 0u; k < quads; k++) {
      let row = at + k;
      let w = mat4x4f(
        w_hh[row],
        w_hh[row + quads],
        w_hh[row + 2u * quads],
        w_hh[row + 3u * quads],
      );
      s0 += projected_gradient[after.x + k] * w;
      s1 += projected_gradient[after.y + k] * w;
      s2 += projected_gradient[after.z + k] * w;
      s3 += projected_gradient[after.w + k] * w;
    }
  }
  // In a loop, since it is long: compilers would write out what is called four times.
  var sums = array(s0, s1, s2, s3);
  for (var row = 0u; row < 4u; row++) {
    put(turn, sequence + row, quad, sums[row]);
  }
}
