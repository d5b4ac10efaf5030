// As matmul.vec4.wgsl, with a transposed: four rows of the result are a vec4 of a, and each step along
// the sum, four of them at a time, takes one such and two vec4 of b.

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
  let tall = params.rows / 4u;
  let across = (wide + 1u) / 2u;
  let block = (params.first_workgroup + workgroup.y * workgroups.x + workgroup.x) * 64u + local;
  if (block >= params.batch * tall * across) {
    return;
  }
  let column = block % across * 2u;
  let four = block / across % tall;
  let matrix = block / (across * tall);

  let row = four * 4u;
  let start = matrix * params.rows;
  var along = matrix * params.inner * tall + four;
  var at = matrix * params.inner * wide + column;
  // Beyond the last column the last one is summed again, and not stored.
  let beside = min(1u, wide - 1u - column);

  var l0 = vec4f();
  var l1 = vec4f();
  var l2 = vec4f();
  var l3 = vec4f();
  var r0 = vec4f();
  var r1 = vec4f();
  var r2 = vec4f();
  var r3 = vec4f();
  for (var k = 0u; k < params.inner; k += 4u) {
    var x = a[along];
    var left = b[at];
    var right = b[at + beside];
    l0 += x.x * left;
    r0 += x.x * right;
    l1 += x.y * left;
    r1 += x.y * right;
    l2 += x.z * left;
    r2 += x.z * right;
    l3 += x.w * left;
    r3 += x.w * right;
    along += tall;
    at += wide;
    x = a[along];
    left = b[at];
    right = b[at + beside];
    l0 += x.x * left;
    r0 += x.x * right;
    l1 += x.y * left;
    r1 += x.y * right;
    l2 += x.z * left;
    r2 += x.z * right;
    l3 += x.w * left;
    r3 += x.w * right;
    along += tall;
    at += wide;
    x = a[along];
    left = b[at];
    right = b[at + beside];
    l0 += x.x * left;
    r0 += x.x * right;
    l1 += x.y * left;
    r1 += x.y * right;
    l2 += x.z * left;
    r2 += x.z * right;
    l3 += x.w * left;
    r3 += x.w * right;
    along += tall;
    at += wide;
    x = a[along];
    left = b[at];
    right = b[at + beside];
    l0 += x.x * left;
    r0 += x.x * right;
    l1 += x.y * left;
    r1 += x.y * right;
    l2 += x.z * left;
    r2 += x.z * right;
    l3 += x.w * left;
    r3 += x.w * right;
    along += tall;
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
