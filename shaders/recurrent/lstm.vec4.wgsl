// One turn of the four gates of four units of four sequences, summed in registers: four weights that
// are loaded serve four sequences, four states sixteen sums. The first turn only brings in the states
// to begin with. `activation` and `lstm` stand in front, behind it who takes a turn when.

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
  let apart = 4u * quads;
  var f0 = vec4f();
  var f1 = vec4f();
  var f2 = vec4f();
  var f3 = vec4f();
  var i0 = vec4f();
  var i1 = vec4f();
  var i2 = vec4f();
  var i3 = vec4f();
  var g0 = vec4f();
  var g1 = vec4f();
  var g2 = vec4f();
  var g3 = vec4f();
  var o0 = vec4f();
  var o1 = vec4f();
  var o2 = vec4f();
  var o3 = vec4f();
  var at = quad;
  for (var k = 0u; k < quads; k++) {
    let x0 = h_prev[before.x + k];
    let x1 = h_prev[before.y + k];
    let x2 = h_prev[before.z + k];
    let x3 = h_prev[before.w + k];
    let forget = weights(at, apart);
    f0 += forget * x0;
    f1 += forget * x1;
    f2 += forget * x2;
    f3 += forget * x3;
    let input = weights(at + quads, apart);
    i0 += input * x0;
    i1 += input * x1;
    i2 += input * x2;
    i3 += input * x3;
    let candidate = weights(at + 2u * quads, apart);
    g0 += candidate * x0;
    g1 += candidate * x1;
    g2 += candidate * x2;
    g3 += candidate * x3;
    let output = weights(at + 3u * quads, apart);
    o0 += output * x0;
    o1 += output * x1;
    o2 += output * x2;
    o3 += output * x3;
    at += 4u * apart;
  }
  // In a loop, since it is long: compilers would write out what is called four times.
  var sums = array(
    mat4x4f(f0, i0, g0, o0),
    mat4x4f(f1, i1, g1, o1),
    mat4x4f(f2, i2, g2, o2),
    mat4x4f(f3, i3, g3, o3),
  );
  for (var row = 0u; row < 4u; row++) {
    put(step, sequence + row, quad, sums[row]);
  }
}
