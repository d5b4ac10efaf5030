// A block of 4 rows and 8 columns an invocation, summed in registers: each vec4 of b that is loaded
// serves four rows, each of a eight columns. Rows of a and of b are made of whole vec4, and neither
// is transposed.

struct Params {
  batch: u32,
  rows: u32,
  inner: u32,
  columns: u32,
  biased: u32,
  activation: u32,
  first_workgroup: u32,
}

@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> a: array<vec4f>;
@group(0) @binding(2) var<storage, read> b: array<vec4f>;
@group(0) @binding(3) var<storage, read> bias: array<vec4f>;
@group(0) @binding(4) var<storage, read_write> c: array<vec4f>;

fn put(start: u32, row: u32, column: u32, sum: vec4f) {
  let wide = params.columns / 4u;
  if (row >= params.rows || column >= wide) {
    return;
  }
  var x = sum;
  if (params.biased == 1u) {
    x += bias[column];
  }
  c[start + row * wide + column] = activate(x, params.activation);
}

@compute @workgroup_size(64)
fn main(
  @builtin(workgroup_id) workgroup: vec3u,
  @builtin(num_workgroups) workgroups: vec3u,
  @builtin(local_invocation_index) local: u32,
) {
  let wide = params.columns / 4u;
  let deep = params.inner / 4u;
  let across = (wide + 1u) / 2u;
  let down = (params.rows + 3u) / 4u;
  let block = (params.first_workgroup + workgroup.y * workgroups.x + workgroup.x) * 64u + local;
  if (block >= params.batch * down * across) {
    return;
  }
  let column = block % across * 2u;
  let row = block / across % down * 4u;
  let matrix = block / (across * down);

  // Beyond the last row and column the last ones are summed again, and not stored.
  let last = params.rows - 1u;
  let start = matrix * params.rows;
  var a0 = (start + row) * deep;
  var a1 = (start + min(row + 1u, last)) * deep;
  var a2 = (start + min(row + 2u, last)) * deep;
  var a3 = (start + min(row + 3u, last)) * deep;
  var at = matrix * params.inner * wide + column;
  let beside = min(1u, wide - 1u - column);

  var l0 = vec4f();
  var l1 = vec4f();
  var l2 = vec4f();
  var l3 = vec4f();
  var r0 = vec4f();
  var r1 = vec4f();
  var r2 = vec4f();
  var r3 = vec4f();
  for (var k = 0u; k < deep; k++) {
    let x0 = a[a0 + k];
    let x1 = a[a1 + k];
    let x2 = a[a2 + k];
    let x3 = a[a3 + k];
    var left = b[at];
    var right = b[at + beside];
    l0 += x0.x * left;
    r0 += x0.x * right;
    l1 += x1.x * left;
    r1 += x1.x * right;
    l2 += x2.x * left;
    r2 += x2.x * right;
    l3 += x3.x * left;
    r3 += x3.x * right;
    at += wide;
    left = b[at];
    right = b[at + beside];
    l0 += x0.y * left;
    r0 += x0.y * right;
    l1 += x1.y * left;
    r1 += x1.y * right;
    l2 += x2.y * left;
    r2 += x2.y * right;
    l3 += x3.y * left;
    r3 += x3.y * right;
    at += wide;
    left = b[at];
    right = b[at + beside];
    l0 += x0.z * left;
    r0 += x0.z * right;
    l1 += x1.z * left;
    r1 += x1.z * right;
    l2 += x2.z * left;
    r2 += x2.z * right;
    l3 += x3.z * left;
    r3 += x3.z * right;
    at += wide;
    left = b[at];
    right = b[at + beside];
    l0 += x0.w * left;
    r0 += x0.w * right;
    l1 += x1.w * left;
    r1 += x1.w * right;
    l2 += x2.w * left;
    r2 += x2.w * right;
    l3 += x3.w * left;
    r3 += x3.w * right;
    at += wide;
  }
  let to = start * wide;
  put(to, row, column, l0);
  put(to, row, column + 1u, r0);
  put(to, row + 1u, column, l1);
  put(to, row + 1u, column + 1u, r1);
  put(to, row + 2u, column, l2);
  put(to, row + 2u, column + 1u, r2);
  put(to, row + 3u, column, l3);
  put(to, row + 3u, column + 1u, r3);
}
