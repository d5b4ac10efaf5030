// One turn of four units of four sequences, summed in registers: four weights that are loaded serve
// four sequences, four states four units. The first turn only brings in the states to begin with.
// Rows of units are made of whole vec4. The sizes stand in front, behind it who takes a turn when.

@group(0) @binding(1) var<storage, read> projected: array<vec4f>;
@group(0) @binding(2) var<storage, read> w_hh: array<vec4f>;
@group(0) @binding(3) var<storage, read> h0: array<vec4f>;
@group(0) @binding(4) var<storage, read_write> h: array<vec4f>;
@group(0) @binding(5) var<storage, read_write> h_prev: array<vec4f>;

fn put(step: u32, sequence: u32, quad: u32, sum: vec4f) {
  if (sequence >= params.batch) {
    return;
  }
  let quads = params.hidden / 4u;
  let at = (step * params.batch + sequence) * quads + quad;
  let state = tanh_of(projected[at] + sum);
  h[at] = state;
  if (step + 1u < params.steps) {
    h_prev[at + params.batch * quads] = state;
  }
}

fn take(turn: u32, sequence: u32, quad: u32) {
  let quads = params.hidden / 4u;
  if (turn == 0u) {
    for (var row = sequence; row < min(sequence + 4u, params.batch); row++) {
      h_prev[row * quads + quad] = h0[row * quads + quad];
    }
    return;
  }

  let step = turn - 1u;
  // Beyond the last sequence the last one is summed again, and not stored.
  let sequences = min(sequence + vec4u(0u, 1u, 2u, 3u), vec4u(params.batch - 1u));
  let before = (step * params.batch + sequences) * quads;
  var s0 = vec4f();
  var s1 = vec4f();
  var s2 = vec4f();
  var s3 = vec4f();
  var at = quad;
  for (var k = 0u; k < quads; k++) {
    let w = mat4x4f(w_hh[at], w_hh[at + quads], w_hh[at + 2u * quads], w_hh[at + 3u * quads]);
    s0 += w * h_prev[before.x + k];
    s1 += w * h_prev[before.y + k];
    s2 += w * h_prev[before.z + k];
    s3 += w * h_prev[before.w + k];
    at += 4u * quads;
  }
  // In a loop, since it is long: compilers would write out what is called four times.
  var sums = array(s0, s1, s2, s3);
  for (var row = 0u; row < 4u; row++) {
    put(step, sequence + row, quad, sums[row]);
  }
}
