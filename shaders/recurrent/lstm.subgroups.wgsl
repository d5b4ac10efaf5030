// One gate of four units of sixteen sequences an invocation, all four gates a quad, one step a pass: of
// four states each invocation of the quad loads one and is handed the others. The quad then exchanges
// its sums, and each finishes four sequences. The first pass only brings in the states to begin with.
// `quads`, `activation` and `lstm` stand in front.

// The sums of four sequences without the others' help, in one loop, since it is short.
fn alone(before: vec4u, quad: u32) -> array<mat4x4f, 4> {
  let quads = params.hidden / 4u;
  let apart = 4u * quads;
  var sums: array<mat4x4f, 4>;
  for (var i = 0u; i < 16u * quads; i++) {
    let k = i % quads;
    let gate = i / quads % 4u;
    let n = i / apart;
    let at = 4u * k * apart + gate * quads + quad;
    sums[n][gate] += weights(at, apart) * h_prev[before[n] + k];
  }
  return sums;
}

@compute @workgroup_size(32)
fn main(
  @builtin(workgroup_id) workgroup: vec3u,
  @builtin(num_workgroups) workgroups: vec3u,
  @builtin(local_invocation_index) local: u32,
) {
  let quads = params.hidden / 4u;
  let group = params.first_workgroup + workgroup.y * workgroups.x + workgroup.x;
  let blocks = (params.batch + 15u) / 16u * quads;
  let turn = group * 8u + local / 4u;
  // Beyond the last block the last one is summed again: no invocation of a quad may leave early.
  let block = min(turn, blocks - 1u);
  let lane = local % 4u;
  let quad = block % quads;
  let sequence = block / quads * 16u;
  let own = sequence + lane;
  if (params.pass_index == 0u) {
    for (var row = own; row < min(sequence + 16u, params.batch); row += 4u) {
      h_prev[row * quads + quad] = h0[row * quads + quad];
    }
    return;
  }

  let step = params.pass_index - 1u;
  // Beyond the last sequence the last one is summed again, and not stored.
  let rows = min(own + vec4u(0u, 4u, 8u, 12u), vec4u(params.batch - 1u));
  let before = (step * params.batch + rows) * quads;
  let apart = 4u * quads;
  // A column for each sequence, in the quad's order.
  var s0 = mat4x4f();
  var s1 = mat4x4f();
  var s2 = mat4x4f();
  var s3 = mat4x4f();
  var at = lane * quads + quad;
  for (var k = 0u; k < quads; k++) {
    let gate = weights(at, apart);
    s0 += gate * quad_of(h_prev[before.x + k]);
    s1 += gate * quad_of(h_prev[before.y + k]);
    s2 += gate * quad_of(h_prev[before.z + k]);
    s3 += gate * quad_of(h_prev[before.w + k]);
    at += 4u * apart;
  }
  var sums = array(
    quad_exchange(s0, lane),
    quad_exchange(s1, lane),
    quad_exchange(s2, lane),
    quad_exchange(s3, lane),
  );
  let areTogether = are_neighbours(local);
  if (turn >= blocks) {
    return;
  }
  if (!areTogether) {
    sums = alone(before, quad);
  }
  // In a loop, since it is long: compilers would write out what is called four times.
  for (var n = 0u; n < 4u; n++) {
    put(step, own + 4u * n, quad, sums[n]);
  }
}
