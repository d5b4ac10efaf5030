// One normal an invocation. `threefry`, the quarter turns and `box_muller` stand in front.

struct Params {
  count: u32,
  seed: u32,
  stream: u32,
}

@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read_write> normals: array<f32>;

fn uniform_at(draw: u32) -> f32 {
  return uniform_from(threefry2x32(vec2u(params.seed, params.stream), vec2u(draw, 0u)).x);
}

@compute @workgroup_size(64)
fn main(
  @builtin(workgroup_id) workgroup: vec3u,
  @builtin(num_workgroups) workgroups: vec3u,
  @builtin(local_invocation_index) local: u32,
) {
  let i = (workgroup.y * workgroups.x + workgroup.x) * 64u + local;
  if (i >= params.count) {
    return;
  }
  let radius = sqrt(2f * minus_log_of_rest(uniform_at(2u * i)));
  normals[i] = radius * cosine_of_turn(uniform_at(2u * i + 1u));
}
