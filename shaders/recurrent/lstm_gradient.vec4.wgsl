// One turn, a step back, of four units of four sequences: what the step after it sends back is summed
// in registers, sixteen weights at a time serving four sequences. What the cells carry back is kept
// in `c0_gradient`. The turn after the first step arrives at the states that the recurrence began
// with. Rows of units are made of whole vec4. The sizes stand in front, behind it who takes a turn
// when.

@group(0) @binding(1) var<storage, read> u: array<vec4f>;
@group(0) @binding(2) var<storage, read> gates: array<vec4f>;
@group(0) @binding(3) var<storage, read> c: array<vec4f>;
@group(0) @binding(4) var<storage, read> c0: array<vec4f>;
@group(0) @binding(5) var<storage, read> upstream: array<vec4f>;
@group(0) @binding(6) var<storage, read_write> projected_gradient: array<vec4f>;
@group(0) @binding(7) var<storage, read_write> h0_gradient: array<vec4f>;
@group(0) @binding(8) var<storage, read_write> c0_gradient: array<vec4f>;

fn put(turn: u32, sequence: u32, quad: u32, sent: vec4f) {
  if (sequence >= params.batch) {
    return;
  }
  let quads = params.hidden / 4u;
  let size = params.batch * quads;
  let at = sequence * quads + quad;
  if (turn == params.steps) {
    h0_gradient[at] = sent;
    return;
  }
  let step = params.steps - 1u - turn;
  let to = step * size + at;
  let gate = (step * params.batch + sequence) * 4u * quads + quad;
  let f = gates[gate];
  let i = gates[gate + quads];
  let candidate = gates[gate + 2u * quads];
  let o = gates[gate + 3u * quads];
  var before: vec4f;
  if (step == 0u) {
    before = c0[at];
  } else {
    before = c[to - size];
  }
  let squashed = tanh_of(c[to]);
  let arriving = upstream[to] + sent;
  var cell = arriving * o * (1f - squashed) * (1f + squashed);
  if (turn > 0u) {
    cell += c0_gradient[at];
  }
  c0_gradient[at] = cell * f;
  projected_gradient[gate] = cell * before * f * (1f - f);
  projected_gradient[gate + quads] = cell * candidate * i * (1f - i);
  projected_gradient[gate + 2u * quads] = cell * i * (1f - candidate) * (1f + candidate);
  projected_gradient[gate + 3u * quads] = arriving * squashed * o * (1f - o);
}

fn take(turn: u32, sequence: u32, quad: u32) {
  let quads = params.hidden / 4u;
  var s0 = vec4f();
  var s1 = vec4f();
  var s2 = vec4f();
  var s3 = vec4f();
  // Nothing comes after the last step.
  if (turn > 0u) {
    let deep = 4u * quads;
    // Beyond the last sequence the last one is summed again, and not stored.
    let sequences = min(sequence + vec4u(0u, 1u, 2u, 3u), vec4u(params.batch - 1u));
    let after = ((params.steps - turn) * params.batch + sequences) * deep;
    let at = 4u * quad * deep;
    for (var k = 0u; k < deep; k++) {
      let row = at + k;
      let w = mat4x4f(u[row], u[row + deep], u[row + 2u * deep], u[row + 3u * deep]);
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
