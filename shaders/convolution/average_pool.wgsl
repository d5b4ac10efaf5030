// The mean of each window; what lies outside the image is zero. The windows stand in front.

@group(0) @binding(2) var<storage, read_write> pooled: array<f32>;

@compute @workgroup_size(64)
fn main(
  @builtin(workgroup_id) workgroup: vec3u,
  @builtin(num_workgroups) workgroups: vec3u,
  @builtin(local_invocation_index) local: u32,
) {
  let windows = windows_of((workgroup.y * workgroups.x + workgroup.x) * 64u + local);
  if (windows.count == 0u) {
    return;
  }
  let size = params.windowHeight * params.windowWidth;
  var sum = vec4f();
  var i = 0u;
  var j = 0u;
  for (var tap = 0u; tap < size; tap++) {
    let seen = pixels_at(windows.rows, windows.top + i32(i), windows.left + i32(j));
    sum += select(vec4f(), seen.values, seen.inside);
    j = select(j + 1u, 0u, j + 1u == params.windowWidth);
    i = select(i, i + 1u, j == 0u);
  }
  for (var n = 0u; n < windows.count; n++) {
    pooled[windows.out + n] = sum[n] / f32(size);
  }
}
