// Each pixel gets an equal share of every position whose window reaches it. The sizes stand in front, the
// loop behind.

@group(0) @binding(1) var<storage, read> upstream: array<f32>;

fn handed_down(plane: u32, x: u32, y: u32, row: u32, columns: vec4i) -> vec4f {
  let left = vec4i(i32(x * params.stride) - i32(params.padding));
  let reached = (columns >= left) & (columns < left + i32(params.windowWidth));
  let all = upstream[(plane * params.outHeight + y) * params.outWidth + x];
  let share = all / f32(params.windowHeight * params.windowWidth);
  return select(vec4f(), vec4f(share), reached);
}
