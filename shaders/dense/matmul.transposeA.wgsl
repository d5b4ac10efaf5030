// As matmul.vec4.wgsl, with a transposed: four rows of the result are a vec4 of a, and each step along
// the sum, four of them at a time, takes one such and two vec4 of b.

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

  var left = mat4x4f();
  var right = mat4x4f();
  for (var k = 0u; k < params.inner; k += 4u) {
    let x = mat4x4f(a[along], a[along + tall], a[along + 2u * tall], a[along + 3u * tall]);
    let rows = transpose(x);
    left += rows_of_b(at) * rows;
    right += rows_of_b(at + beside) * rows;
    along += 4u * tall;
    at += 4u * wide;
  }
  put_rows(start * wide, row, column, left);
  put_rows(start * wide, row, column + 1u, right);
}
