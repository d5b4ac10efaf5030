// A block of 12 rows and 16 columns a quad of invocations, each of which sums 12 rows of 4 columns in
// registers: of four rows of a each of them loads one and is handed the others. Rows of a and of b are
// made of whole vec4, and neither is transposed. `quads` stands in front.

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
  let down = (params.rows + 11u) / 12u;
  let group = params.first_workgroup + workgroup.y * workgroups.x + workgroup.x;
  let blocks = params.batch * down * across;
  // Beyond the last block the last one is summed again: no invocation of a quad may leave early.
  let block = min(group * 16u + local / 4u, blocks - 1u);
  let lane = local % 4u;
  let column = block % across * 4u + lane;
  let row = block / across % down * 12u;
  let matrix = block / (across * down);

  let last = params.rows - 1u;
  let start = matrix * params.rows;
  let side = matrix * params.inner * wide + min(column, wide - 1u);
  let low = (start + min(row + lane, last)) * deep;
  let middle = (start + min(row + 4u + lane, last)) * deep;
  let high = (start + min(row + 8u + lane, last)) * deep;
  var at = side;

  // A column for each row of the block, in the quad's order.
  var top = mat4x4f();
  var centre = mat4x4f();
  var bottom = mat4x4f();
  for (var k = 0u; k < deep; k++) {
    let right = mat4x4f(b[at], b[at + wide], b[at + 2u * wide], b[at + 3u * wide]);
    at += 4u * wide;
    top += right * quad_of(a[low + k]);
    centre += right * quad_of(a[middle + k]);
    bottom += right * quad_of(a[high + k]);
  }
  let areTogether = are_neighbours(local);
  if (group * 16u + local / 4u >= blocks) {
    return;
  }
  let to = start * wide;
  if (!areTogether) {
    for (var n = row; n < min(row + 12u, params.rows); n++) {
      put(to, n, column, alone(start + n, side));
    }
    return;
  }
  let order = quad_order(lane);
  // In a loop, since it is long: compilers would write out what is called twelve times.
  var sums = array(top, centre, bottom);
  for (var n = 0u; n < 12u; n++) {
    put(to, row + n / 4u * 4u + order[n % 4u], column, sums[n / 4u][n % 4u]);
  }
}
