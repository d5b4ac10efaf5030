// As matmul.vec4.wgsl, with b transposed: four steps along the sum are a vec4 of a and one of each of
// eight columns of b.

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

// Four steps along the sum of a row with those of four columns.
fn products(x: vec4f, y0: vec4f, y1: vec4f, y2: vec4f, y3: vec4f) -> vec4f {
  return vec4f(dot(x, y0), dot(x, y1), dot(x, y2), dot(x, y3));
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
  let start = matrix * params.rows;
  let rows = (start + min(row + vec4u(0u, 1u, 2u, 3u), vec4u(params.rows - 1u))) * deep;
  let near = (matrix * params.columns + column * 4u + vec4u(0u, 1u, 2u, 3u)) * deep;
  let far = near + min(4u, params.columns - 4u - column * 4u) * deep;

  var l0 = vec4f();
  var l1 = vec4f();
  var l2 = vec4f();
  var l3 = vec4f();
  var r0 = vec4f();
  var r1 = vec4f();
  var r2 = vec4f();
  var r3 = vec4f();
  for (var k = 0u; k < deep; k++) {
    let x0 = a[rows.x + k];
    let x1 = a[rows.y + k];
    let x2 = a[rows.z + k];
    let x3 = a[rows.w + k];
    var y0 = b[near.x + k];
    var y1 = b[near.y + k];
    var y2 = b[near.z + k];
    var y3 = b[near.w + k];
    l0 += products(x0, y0, y1, y2, y3);
    l1 += products(x1, y0, y1, y2, y3);
    l2 += products(x2, y0, y1, y2, y3);
    l3 += products(x3, y0, y1, y2, y3);
    y0 = b[far.x + k];
    y1 = b[far.y + k];
    y2 = b[far.z + k];
    y3 = b[far.w + k];
    r0 += products(x0, y0, y1, y2, y3);
    r1 += products(x1, y0, y1, y2, y3);
    r2 += products(x2, y0, y1, y2, y3);
    r3 += products(x3, y0, y1, y2, y3);
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
