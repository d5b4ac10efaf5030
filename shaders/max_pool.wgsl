// Four results of a row an invocation. Each begins with the first pixel of its window that lies in
// the image; a later one must be larger.

struct Params {
  planes: u32,
  height: u32,
  width: u32,
  outHeight: u32,
  outWidth: u32,
  windowHeight: u32,
  windowWidth: u32,
  stride: u32,
  padding: u32,
}

@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> image: array<f32>;
@group(0) @binding(2) var<storage, read_write> pooled: array<f32>;
@group(0) @binding(3) var<storage, read_write> argmax: array<u32>;

@compute @workgroup_size(64)
fn main(
  @builtin(workgroup_id) workgroup: vec3u,
  @builtin(num_workgroups) workgroups: vec3u,
  @builtin(local_invocation_index) local: u32,
) {
  let across = (params.outWidth + 3u) / 4u;
  let run = (workgroup.y * workgroups.x + workgroup.x) * 64u + local;
  if (run >= params.planes * params.outHeight * across) {
    return;
  }
  let x = run % across * 4u;
  let y = run / across % params.outHeight;
  let plane = run / (across * params.outHeight);
  let top = i32(y * params.stride) - i32(params.padding);
  // Beyond the last result of the row the last one is computed again, and not stored.
  let places = min(x + vec4u(0u, 1u, 2u, 3u), vec4u(params.outWidth - 1u));
  let left = vec4i(places * params.stride) - i32(params.padding);

  let rows = plane * params.height;
  let inner = max(0, -top);
  let inset = max(vec4i(), -left);
  let begin = (rows + u32(top + inner)) * params.width + vec4u(left + inset);
  var best = vec4f(image[begin.x], image[begin.y], image[begin.z], image[begin.w]);
  var found = u32(inner) * params.windowWidth + vec4u(inset);
  var i = 0u;
  var j = 0u;
  for (var tap = 0u; tap < params.windowHeight * params.windowWidth; tap++) {
    let row = top + i32(i);
    let columns = left + i32(j);
    let inside = clamp(columns, vec4i(), vec4i(i32(params.width) - 1));
    let at = (rows + u32(clamp(row, 0, i32(params.height) - 1))) * params.width + vec4u(inside);
    let seen = vec4f(image[at.x], image[at.y], image[at.z], image[at.w]);
    let known = row >= 0 && row < i32(params.height);
    let better = (seen > best) & (columns == inside) & vec4<bool>(known);
    best = select(best, seen, better);
    found = select(found, vec4u(tap), better);
    j = select(j + 1u, 0u, j + 1u == params.windowWidth);
    i = select(i, i + 1u, j == 0u);
  }
  let out = (plane * params.outHeight + y) * params.outWidth + x;
  for (var n = 0u; n < min(4u, params.outWidth - x); n++) {
    pooled[out + n] = best[n];
    argmax[out + n] = found[n];
  }
}
