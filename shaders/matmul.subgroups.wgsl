// A block of 8 rows and 16 columns a quad of invocations, each of which sums 8 rows of 4 columns in
// registers: a row of a that one of them loads is handed to all four. Rows of a and of b are made of
// whole vec4, and neither is transposed.

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

// Whether the quad is four neighbours in their order: so it is on all devices known, but WGSL leaves
// it open.
fn areNeighbours(local: u32) -> bool {
  let quad = vec4u(
    quadBroadcast(local, 0u),
    quadBroadcast(local, 1u),
    quadBroadcast(local, 2u),
    quadBroadcast(local, 3u),
  );
  return all(quad == local - local % 4u + vec4u(0u, 1u, 2u, 3u));
}

// Four sums without the others' help.
fn alone(row: u32, column: u32) -> vec4f {
  let wide = params.columns / 4u;
  let deep = params.inner / 4u;
  var sum = vec4f();
  var at = column;
  for (var k = 0u; k < deep; k++) {
    let x = a[row * deep + k];
    sum += x.x * b[at] + x.y * b[at + wide] + x.z * b[at + 2u * wide] + x.w * b[at + 3u * wide];
    at += 4u * wide;
  }
  return sum;
}

@compute @workgroup_size(64)
fn main(
  @builtin(workgroup_id) workgroup: vec3u,
  @builtin(num_workgroups) workgroups: vec3u,
  @builtin(local_invocation_index) local: u32,
) {
  let wide = params.columns / 4u;
  let deep = params.inner / 4u;
  let across = (wide + 3u) / 4u;
  let down = (params.rows + 7u) / 8u;
  let group = params.first_workgroup + workgroup.y * workgroups.x + workgroup.x;
  let blocks = params.batch * down * across;
  // Beyond the last block the last one is summed again: no invocation of a quad may leave early.
  let block = min(group * 16u + local / 4u, blocks - 1u);
  let lane = local % 4u;
  let column = block % across * 4u + lane;
  let row = block / across % down * 8u;
  let matrix = block / (across * down);

  let last = params.rows - 1u;
  let start = matrix * params.rows;
  let side = matrix * params.inner * wide + min(column, wide - 1u);
  let low = (start + min(row + lane, last)) * deep;
  let high = (start + min(row + 4u + lane, last)) * deep;
  var at = side;

  var s0 = vec4f();
  var s1 = vec4f();
  var s2 = vec4f();
  var s3 = vec4f();
  var s4 = vec4f();
  var s5 = vec4f();
  var s6 = vec4f();
  var s7 = vec4f();
  for (var k = 0u; k < deep; k++) {
    let near = a[low + k];
    let far = a[high + k];
    let b0 = b[at];
    let b1 = b[at + wide];
    let b2 = b[at + 2u * wide];
    let b3 = b[at + 3u * wide];
    at += 4u * wide;
    var x = quadBroadcast(near, 0u);
    s0 += x.x * b0 + x.y * b1 + x.z * b2 + x.w * b3;
    x = quadBroadcast(near, 1u);
    s1 += x.x * b0 + x.y * b1 + x.z * b2 + x.w * b3;
    x = quadBroadcast(near, 2u);
    s2 += x.x * b0 + x.y * b1 + x.z * b2 + x.w * b3;
    x = quadBroadcast(near, 3u);
    s3 += x.x * b0 + x.y * b1 + x.z * b2 + x.w * b3;
    x = quadBroadcast(far, 0u);
    s4 += x.x * b0 + x.y * b1 + x.z * b2 + x.w * b3;
    x = quadBroadcast(far, 1u);
    s5 += x.x * b0 + x.y * b1 + x.z * b2 + x.w * b3;
    x = quadBroadcast(far, 2u);
    s6 += x.x * b0 + x.y * b1 + x.z * b2 + x.w * b3;
    x = quadBroadcast(far, 3u);
    s7 += x.x * b0 + x.y * b1 + x.z * b2 + x.w * b3;
  }
  let areTogether = areNeighbours(local);
  if (group * 16u + local / 4u >= blocks) {
    return;
  }
  let to = start * wide;
  if (!areTogether) {
    for (var n = row; n < min(row + 8u, params.rows); n++) {
      put(to, n, column, alone(start + n, side));
    }
    return;
  }
  put(to, row, column, s0);
  put(to, row + 1u, column, s1);
  put(to, row + 2u, column, s2);
  put(to, row + 3u, column, s3);
  put(to, row + 4u, column, s4);
  put(to, row + 5u, column, s5);
  put(to, row + 6u, column, s6);
  put(to, row + 7u, column, s7);
}
