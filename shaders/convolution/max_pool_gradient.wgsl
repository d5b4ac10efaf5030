// Each position whose window reaches a pixel is asked which pixel it took. The sizes stand in front, the
// loop behind.

@group(0) @binding(1) var<storage, read> upstream: array<f32>;
@group(0) @binding(3) var<storage, read> argmax: array<u32>;

fn handed_down(plane: u32, x: u32, y: u32, row: u32, columns: vec4i) -> vec4f {
  let position = (plane * params.outHeight + y) * params.outWidth + x;
  let tap = argmax[position];
  let down = y * params.stride + tap / params.windowWidth == row + params.padding;
  let taken = i32(x * params.stride + tap % params.windowWidth) - i32(params.padding);
  let passes = (columns == vec4i(taken)) & vec4<bool>(down);
  return select(vec4f(), vec4f(upstream[position]), passes);
}
