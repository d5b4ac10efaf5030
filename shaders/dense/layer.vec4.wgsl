// A block of four rows and eight outputs an invocation, summed in registers: each vec4 of weights that is
// loaded serves four rows, each of x eight outputs. Rows of x and of the weights are made of whole vec4.
// ACTIVATION, `activate` and the sizes stand in front.

@group(0) @binding(1) var<storage, read> x: array<vec4f>;
@group(0) @binding(2) var<storage, read> weights: array<vec4f>;
@group(0) @binding(3) var<storage, read_write> y: array<vec4f>;

// What leads from four inputs to four outputs.
fn weights_from(at: u32) -> mat4x4f {
  let wide = params.outputs / 4u;
  return mat4x4f(weights[at], weights[at + wide], weights[at + 2u * wide], weights[at + 3u * wide]);
}

// Four outputs of up to four rows, whose biases stand at `bias`.
fn put(network: u32, row: u32, column: u32, bias: u32, products: mat4x4f) {
  let wide = params.outputs / 4u;
  if (column >= wide) {
    return;
  }
  var sums = products;
  for (var i = 0u; i < min(4u, params.rows - row); i++) {
    let at = (network * params.rows + row + i) * wide + column;
    y[at] = activate(sums[i] + weights[bias], ACTIVATION);
  }
}

@compute @workgroup_size(64)
fn main(
  @builtin(workgroup_id) workgroup: vec3u,
  @builtin(num_workgroups) workgroups: vec3u,
  @builtin(local_invocation_index) local: u32,
) {
  let deep = params.inputs / 4u;
  let wide = params.outputs / 4u;
  let across = (wide + 1u) / 2u;
  let down = (params.rows + 3u) / 4u;
  let block = (workgroup.y * workgroups.x + workgroup.x) * 64u + local;
  if (block >= params.networks * down * across) {
    return;
  }
  let column = block % across * 2u;
  let row = block / across % down * 4u;
  let network = block / (across * down);

  // Beyond the last row and column the last ones are summed again, and not stored.
  let start = network * params.rows;
  let rows = (start + min(row + vec4u(0u, 1u, 2u, 3u), vec4u(params.rows - 1u))) * deep;
  let beside = min(1u, wide - 1u - column);
  var at = network * (params.inputs + 1u) * wide + column;
  var left = mat4x4f();
  var right = mat4x4f();
  for (var k = 0u; k < deep; k++) {
    let values = mat4x4f(x[rows.x + k], x[rows.y + k], x[rows.z + k], x[rows.w + k]);
    left += weights_from(at) * values;
    right += weights_from(at + beside) * values;
    at += 4u * wide;
  }
  put(network, row, column, at, left);
  put(network, row, column + 1u, at + beside, right);
}
