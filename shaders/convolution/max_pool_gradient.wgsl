// Four pixels of a row an invocation: every position whose window reaches them is asked which pixel it
// took. The sizes stand in front.

@group(0) @binding(1) var<storage, read> upstream: array<f32>;
@group(0) @binding(2) var<storage, read_write> gradient: array<f32>;
@group(0) @binding(3) var<storage, read> argmax: array<u32>;

fn handed_down(plane: u32, x: u32, y: u32, row: u32, columns: vec4i) -> vec4f {
  let position = (plane * params.outHeight + y) * params.outWidth + x;
  let tap = argmax[position];
  let down = y * params.stride + tap / params.windowWidth == row + params.padding;
  let taken = i32(x * params.stride + tap % params.windowWidth) - i32(params.padding);
  let passes = (columns == vec4i(taken)) & vec4<bool>(down);
  return select(vec4f(), vec4f(upstream[position]), passes);
}

// The first position whose window reaches a pixel: windows that end before it are left out.
fn firstOver(pixel: u32, window: u32) -> u32 {
  let past = pixel + params.padding + 1u;
  return select(0u, (past - min(window, past) + params.stride - 1u) / params.stride, past > window);
}

@compute @workgroup_size(64)
fn main(
  @builtin(workgroup_id) workgroup: vec3u,
  @builtin(num_workgroups) workgroups: vec3u,
  @builtin(local_invocation_index) local: u32,
) {
  let across = (params.width + 3u) / 4u;
  let run = (workgroup.y * workgroups.x + workgroup.x) * 64u + local;
  if (run >= params.planes * params.height * across) {
    return;
  }
  let column = run % across * 4u;
  let row = run / across % params.height;
  let plane = run / (across * params.height);
  let right = min(column + 4u, params.width);

  // The positions whose windows reach these pixels.
  let lowest = firstOver(row, params.windowHeight);
  let highest = min((row + params.padding) / params.stride + 1u, params.outHeight);
  let first = firstOver(column, params.windowWidth);
  let end = min((right - 1u + params.padding) / params.stride + 1u, params.outWidth);
  let columns = vec4i(i32(column)) + vec4i(0, 1, 2, 3);
  var sum = vec4f();
  for (var y = lowest; y < highest; y++) {
    for (var x = first; x < end; x++) {
      sum += handed_down(plane, x, y, row, columns);
    }
  }
  let at = (plane * params.height + row) * params.width;
  for (var n = column; n < right; n++) {
    gradient[at + n] = sum[n - column];
  }
}
