// One normal an invocation. What `threefry` and the quarter turns need stands in front.

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

// −ln(1 − u). Near 0 the built-in logarithm has no relative precision left, the series of
// 2·artanh(u / (2 − u)) has.
fn minus_log_of_rest(u: f32) -> f32 {
  let s = u / (2f - u);
  let q = s * s;
  let series = 2f * s * (1f + q * (1f / 3f + q * (0.2f + q * (1f / 7f + q * (1f / 9f)))));
  return select(-log(1f - u), series, u < 0.3f);
}

// cos(2πu): the nearest quarter of the turn is taken off exactly.
fn cosine_of_turn(u: f32) -> f32 {
  let quarters = round(4f * u);
  return quarter_turned(i32(quarters) + 1, (u - 0.25f * quarters) * 6.2831855f);
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
