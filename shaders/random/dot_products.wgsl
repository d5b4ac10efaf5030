// One pair of vectors an invocation. `threefry`, the quarter turns and `box_muller` stand in front.

struct Params {
  count: u32,
  width: u32,
  seed: u32,
  stream: u32,
  first: u32,
  first_workgroup: u32,
}

@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read_write> dots: array<f32>;

// Products are added up by so many, and those sums then: a long sum loses less.
const BLOCK = 16u;

@compute @workgroup_size(64)
fn main(
  @builtin(workgroup_id) workgroup: vec3u,
  @builtin(num_workgroups) workgroups: vec3u,
  @builtin(local_invocation_index) local: u32,
) {
  let group = params.first_workgroup + workgroup.y * workgroups.x + workgroup.x;
  let i = group * 64u + local;
  if (i >= params.count) {
    return;
  }
  var total = 0f;
  for (var start = 0u; start < params.width; start += BLOCK) {
    var part = 0f;
    for (var j = start; j < min(start + BLOCK, params.width); j++) {
      let key = vec2u(params.seed, params.stream);
      let bits = threefry2x32(key, vec2u(params.first + i, j));
      // r·cos(t) · r·sin(t) = r²·sin(2t)/2, and a sine is a cosine a quarter of a turn before.
      let turn = 2f * uniform_from(bits.y) - 0.25f;
      part += minus_log_of_rest(uniform_from(bits.x)) * cosine_of_turn(turn);
    }
    total += part;
  }
  dots[i] = total;
}
