// The largest of each of four windows of a row of results, side by side, and its position there. Each
// begins with the first pixel of its window that lies in the image; a later one must be larger. The
// sizes stand in front.

@group(0) @binding(1) var<storage, read> image: array<f32>;
@group(0) @binding(2) var<storage, read_write> pooled: array<f32>;
@group(0) @binding(3) var<storage, read_write> argmax: array<u32>;

// Where the windows begin, and where the first of their results goes. Beyond the last result of the
// row the last one is computed again, and not stored.
struct Windows {
  // Rows of the image before this plane.
  rows: u32,
  top: i32,
  left: vec4i,
  out: u32,
  // How many results are stored; none where there is nothing to do.
  count: u32,
}

fn windows_of(run: u32) -> Windows {
  let across = (params.outWidth + 3u) / 4u;
  let x = run % across * 4u;
  let y = run / across % params.outHeight;
  let plane = run / (across * params.outHeight);
  let positions = min(x + vec4u(0u, 1u, 2u, 3u), vec4u(params.outWidth - 1u));
  return Windows(
    plane * params.height,
    i32(y * params.stride) - i32(params.padding),
    vec4i(positions * params.stride) - i32(params.padding),
    (plane * params.outHeight + y) * params.outWidth + x,
    select(0u, min(4u, params.outWidth - x), plane < params.planes),
  );
}

struct Pixels {
  values: vec4f,
  inside: vec4<bool>,
}

// Four pixels of a row, and which of them are in the image.
fn pixels_at(rows: u32, row: i32, columns: vec4i) -> Pixels {
  let near = clamp(columns, vec4i(), vec4i(i32(params.width) - 1));
  let line = clamp(row, 0, i32(params.height) - 1);
  let at = (rows + u32(line)) * params.width + vec4u(near);
  return Pixels(
    vec4f(image[at.x], image[at.y], image[at.z], image[at.w]),
    (columns == near) & vec4<bool>(row == line),
  );
}

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
