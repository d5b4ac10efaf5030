// The four gates of four units of four sequences an invocation, summed in registers, one step a pass:
// four weights that are loaded serve four sequences, four states sixteen sums. The first pass only
// brings in the states to begin with. Rows of units are made of whole vec4.

struct Params {
  steps: u32,
  batch: u32,
  hidden: u32,
  pass_index: u32,
  first_workgroup: u32,
}

@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> projected: array<vec4f>;
@group(0) @binding(2) var<storage, read> u: array<vec4f>;
@group(0) @binding(3) var<storage, read> h0: array<vec4f>;
@group(0) @binding(4) var<storage, read> c0: array<vec4f>;
@group(0) @binding(5) var<storage, read_write> h: array<vec4f>;
@group(0) @binding(6) var<storage, read_write> c: array<vec4f>;
@group(0) @binding(7) var<storage, read_write> gates: array<vec4f>;
@group(0) @binding(8) var<storage, read_write> h_prev: array<vec4f>;

// What leads from four units to four gates; rows of the matrix lie this far apart.
fn weights(at: u32, apart: u32) -> mat4x4f {
  return mat4x4f(u[at], u[at + apart], u[at + 2u * apart], u[at + 3u * apart]);
}

fn put(step: u32, sequence: u32, quad: u32, sums: mat4x4f) {
  if (sequence >= params.batch) {
    return;
  }
  let quads = params.hidden / 4u;
  let size = params.batch * quads;
  let row = step * params.batch + sequence;
  let gate = row * 4u * quads + quad;
  let f = sigmoid_of(projected[gate] + sums[0]);
  let i = sigmoid_of(projected[gate + quads] + sums[1]);
  let candidate = tanh_of(projected[gate + 2u * quads] + sums[2]);
  let o = sigmoid_of(projected[gate + 3u * quads] + sums[3]);
  gates[gate] = f;
  gates[gate + quads] = i;
  gates[gate + 2u * quads] = candidate;
  gates[gate + 3u * quads] = o;

  let at = row * quads + quad;
  var cell = i * candidate;
  if (step == 0u) {
    cell += f * c0[at];
  } else {
    cell += f * c[at - size];
  }
  let state = o * tanh_of(cell);
  c[at] = cell;
  h[at] = state;
  if (step + 1u < params.steps) {
    h_prev[at + size] = state;
  }
}

@compute @workgroup_size(32)
fn main(
  @builtin(workgroup_id) workgroup: vec3u,
  @builtin(num_workgroups) workgroups: vec3u,
  @builtin(local_invocation_index) local: u32,
) {
  let quads = params.hidden / 4u;
  let group = params.first_workgroup + workgroup.y * workgroups.x + workgroup.x;
  let block = group * 32u + local;
  let quad = block % quads;
  let sequence = block / quads * 4u;
  if (sequence >= params.batch) {
    return;
  }
  if (params.pass_index == 0u) {
    for (var row = sequence; row < min(sequence + 4u, params.batch); row++) {
      h_prev[row * quads + quad] = h0[row * quads + quad];
    }
    return;
  }

  let step = params.pass_index - 1u;
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
