// A block of 4 rows and 8 columns an invocation, summed in registers: each vec4 of b that is loaded
// serves four rows, each of a eight columns. Rows of a and of b are made of whole vec4, and neither
// is transposed.

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
  var at = matrix * params.inner * wide + column;
  let beside = min(1u, wide - 1u - column);

  var left = mat4x4f();
  var right = mat4x4f();
  for (var k = 0u; k < deep; k++) {
    let x = mat4x4f(a[rows.x + k], a[rows.y + k], a[rows.z + k], a[rows.w + k]);
    left += rows_of_b(at) * x;
    right += rows_of_b(at + beside) * x;
    at += 4u * wide;
  }
  put_rows(start * wide, row, column, left);
  put_rows(start * wide, row, column + 1u, right);
}
