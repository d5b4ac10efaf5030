// As matmul.vec4.wgsl, with b transposed: four steps along the sum are a vec4 of a and one of each of
// eight columns of b.

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

  var left = mat4x4f();
  var right = mat4x4f();
  for (var k = 0u; k < deep; k++) {
    let x = mat4x4f(a[rows.x + k], a[rows.y + k], a[rows.z + k], a[rows.w + k]);
    left += transpose(mat4x4f(b[near.x + k], b[near.y + k], b[near.z + k], b[near.w + k])) * x;
    right += transpose(mat4x4f(b[far.x + k], b[far.y + k], b[far.z + k], b[far.w + k])) * x;
  }
  put_rows(start * wide, row, column, left);
  put_rows(start * wide, row, column + 1u, right);
}
