// A tile of 64 × 64 sums a workgroup, 4 × 4 an invocation: 16 columns of a and rows of b at a time
// are brought into workgroup memory, zeros beyond the edges, and each number is read 64 times
// there. What is given stands in front.

const TILE = 64u;
const DEPTH = 16u;

// By depth, then four rows, or four columns, to a vec4.
var<workgroup> left: array<vec4f, 256>;
var<workgroup> right: array<vec4f, 256>;

fn fromA(start: u32, row: u32, k: u32) -> f32 {
  if (row >= params.rows || k >= params.inner) {
    return 0f;
  }
  return a[start + select(row * params.inner + k, k * params.rows + row, params.transposeA == 1u)];
}

fn fromB(start: u32, k: u32, column: u32) -> f32 {
  if (column >= params.columns || k >= params.inner) {
    return 0f;
  }
  let at = select(k * params.columns + column, column * params.inner + k, params.transposeB == 1u);
  return b[start + at];
}

fn put(start: u32, row: u32, column: u32, sum: vec4f) {
  if (row >= params.rows || column >= params.columns) {
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

@compute @workgroup_size(256)
fn main(
  @builtin(workgroup_id) workgroup: vec3u,
  @builtin(num_workgroups) workgroups: vec3u,
  @builtin(local_invocation_index) local: u32,
) {
  let across = (params.columns + TILE - 1u) / TILE;
  let down = (params.rows + TILE - 1u) / TILE;
  let tile = params.first_workgroup + workgroup.y * workgroups.x + workgroup.x;
  if (tile >= params.batch * down * across) {
    return;
  }
  let matrix = tile / (across * down);
  let top = tile / across % down * TILE;
  let side = tile % across * TILE;
  let aStart = matrix * params.rows * params.inner;
  let bStart = matrix * params.inner * params.columns;
  let low = local % 16u;
  let high = local / 16u;

  var s0 = vec4f();
  var s1 = vec4f();
  var s2 = vec4f();
  var s3 = vec4f();
  for (var k = 0u; k < params.inner; k += DEPTH) {
    // Neighbouring invocations read along the depth of a, and along the columns of b.
    let row = top + high * 4u;
    left[low * 16u + high] = vec4f(
      fromA(aStart, row, k + low),
      fromA(aStart, row + 1u, k + low),
      fromA(aStart, row + 2u, k + low),
      fromA(aStart, row + 3u, k + low),
    );
    let column = side + low * 4u;
    right[high * 16u + low] = vec4f(
      fromB(bStart, k + high, column),
      fromB(bStart, k + high, column + 1u),
      fromB(bStart, k + high, column + 2u),
      fromB(bStart, k + high, column + 3u),
    );
    workgroupBarrier();
    for (var d = 0u; d < DEPTH; d++) {
      let x = left[d * 16u + high];
      let y = right[d * 16u + low];
      s0 += x.x * y;
      s1 += x.y * y;
      s2 += x.z * y;
      s3 += x.w * y;
    }
    workgroupBarrier();
  }
  let start = matrix * params.rows * params.columns;
  let row = top + high * 4u;
  let column = side + low * 4u;
  put(start, row, column, s0);
  put(start, row + 1u, column, s1);
  put(start, row + 2u, column, s2);
  put(start, row + 3u, column, s3);
}
