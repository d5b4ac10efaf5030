// The largest of each window, and its position there. Each begins with the first pixel of its window that
// lies in the image; a later one must be larger. The windows stand in front.

@group(0) @binding(2) var<storage, read_write> pooled: array<f32>;
@group(0) @binding(3) var<storage, read_write> argmax: array<u32>;

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
  let inner = max(0, -windows.top);
  let inset = max(vec4i(), -windows.left);
  var best = pixels_at(windows.rows, windows.top + inner, windows.left + inset).values;
  var found = u32(inner) * params.windowWidth + vec4u(inset);
  var i = 0u;
  var j = 0u;
  for (var tap = 0u; tap < params.windowHeight * params.windowWidth; tap++) {
    let seen = pixels_at(windows.rows, windows.top + i32(i), windows.left + i32(j));
    let better = (seen.values > best) & seen.inside;
    best = select(best, seen.values, better);
    found = select(found, vec4u(tap), better);
    j = select(j + 1u, 0u, j + 1u == params.windowWidth);
    i = select(i, i + 1u, j == 0u);
  }
  for (var n = 0u; n < windows.count; n++) {
    pooled[windows.out + n] = best[n];
    argmax[windows.out + n] = found[n];
  }
}
