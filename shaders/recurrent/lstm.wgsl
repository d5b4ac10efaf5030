// The four gates of one unit of four sequences an invocation, one step a pass: any number of units.
// The first pass only brings in the states to begin with. The sizes stand in front.

@group(0) @binding(1) var<storage, read> projected: array<f32>;
@group(0) @binding(2) var<storage, read> u: array<f32>;
@group(0) @binding(3) var<storage, read> h0: array<f32>;
@group(0) @binding(4) var<storage, read> c0: array<f32>;
@group(0) @binding(5) var<storage, read_write> h: array<f32>;
@group(0) @binding(6) var<storage, read_write> c: array<f32>;
@group(0) @binding(7) var<storage, read_write> gates: array<f32>;
@group(0) @binding(8) var<storage, read_write> h_prev: array<f32>;

// What came from the input to a gate of four sequences.
fn inputs(at: vec4u) -> vec4f {
  return vec4f(projected[at.x], projected[at.y], projected[at.z], projected[at.w]);
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
  let rows = step * params.batch + sequences;
  let before = rows * hidden;
  let gate = before * 4u + unit;
  var f = inputs(gate);
  var i = inputs(gate + hidden);
  var candidate = inputs(gate + 2u * hidden);
  var o = inputs(gate + 3u * hidden);
  var at = unit;
  for (var k = 0u; k < hidden; k++) {
    let x = vec4f(
      h_prev[before.x + k],
      h_prev[before.y + k],
      h_prev[before.z + k],
      h_prev[before.w + k],
    );
    f += u[at] * x;
    i += u[at + hidden] * x;
    candidate += u[at + 2u * hidden] * x;
    o += u[at + 3u * hidden] * x;
    at += 4u * hidden;
  }
  f = sigmoid_of(f);
  i = sigmoid_of(i);
  candidate = tanh_of(candidate);
  o = sigmoid_of(o);

  let size = params.batch * hidden;
  let to = before + unit;
  var cell: vec4f;
  if (step == 0u) {
    cell = vec4f(c0[to.x], c0[to.y], c0[to.z], c0[to.w]);
  } else {
    cell = vec4f(c[to.x - size], c[to.y - size], c[to.z - size], c[to.w - size]);
  }
  cell = f * cell + i * candidate;
  let state = o * tanh_of(cell);
  for (var lane = 0u; lane < end - sequence; lane++) {
    gates[gate[lane]] = f[lane];
    gates[gate[lane] + hidden] = i[lane];
    gates[gate[lane] + 2u * hidden] = candidate[lane];
    gates[gate[lane] + 3u * hidden] = o[lane];
    c[to[lane]] = cell[lane];
    h[to[lane]] = state[lane];
    if (step + 1u < params.steps) {
      h_prev[to[lane] + size] = state[lane];
    }
  }
}
