// What the forms of an LSTM that take four units at a time have in common: rows of units are made of
// whole vec4. The sizes and `activation` stand in front.

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

// The end of a step for four units of a sequence, whose gates have these products with the state
// before it.
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
