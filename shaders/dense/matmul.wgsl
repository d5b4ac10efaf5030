// A block of 4 rows and 4 columns an invocation, summed in registers: any sizes, and factors in
// their own order or transposed. What is given stands in front.

fn put(start: u32, row: u32, column: u32, sum: vec4f) {
  if (row >= params.rows) {
    return;
  }
  let inside = min(4u, params.columns - column);
  var x = sum;
  if (params.biased == 1u) {
    for (var j = 0u; j < inside; j++) {
      x[j] += bias[column + j];
    }
  }
  x = activate(x, params.activation);
  for (var j = 0u; j < inside; j++) {
    c[start + row * params.columns + column + j] = x[j];
  }
}

@compute @workgroup_size(64)
fn main(
  @builtin(workgroup_id) workgroup: vec3u,
  @builtin(num_workgroups) workgroups: vec3u,
  @builtin(local_invocation_index) local: u32,
) {
  let across = (params.columns + 3u) / 4u;
  let down = (params.rows + 3u) / 4u;
  let block = (params.first_workgroup + workgroup.y * workgroups.x + workgroup.x) * 64u + local;
  if (block >= params.batch * down * across) {
    return;
  }
  let column = block % across * 4u;
  let row = block / across % down * 4u;
  let matrix = block / (across * down);

  // How far apart neighbours in a row of a, in a column of b, and along the sum are.
  let aStride = select(params.inner, 1u, params.transposeA == 1u);
  let aStep = select(1u, params.rows, params.transposeA == 1u);
  let bStride = select(1u, params.inner, params.transposeB == 1u);
  let bStep = select(params.columns, 1u, params.transposeB == 1u);
  // Beyond the last row and column the last ones are summed again, and not stored.
  let rows = min(row + vec4u(0u, 1u, 2u, 3u), vec4u(params.rows - 1u));
  let columns = min(column + vec4u(0u, 1u, 2u, 3u), vec4u(params.columns - 1u));
  var along = matrix * params.rows * params.inner + rows * aStride;
  var at = matrix * params.inner * params.columns + columns * bStride;

  var s0 = vec4f();
  var s1 = vec4f();
  var s2 = vec4f();
  var s3 = vec4f();
  for (var k = 0u; k < params.inner; k++) {
    let right = vec4f(b[at.x], b[at.y], b[at.z], b[at.w]);
    s0 += a[along.x] * right;
    s1 += a[along.y] * right;
    s2 += a[along.z] * right;
    s3 += a[along.w] * right;
    along += vec4u(aStep);
    at += vec4u(bStep);
  }
  let start = matrix * params.rows * params.columns;
  put(start, row, column, s0);
  put(start, row + 1u, column, s1);
  put(start, row + 2u, column, s2);
  put(start, row + 3u, column, s3);
}
