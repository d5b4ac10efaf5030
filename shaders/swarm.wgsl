// One walker an invocation: it is loaded once, takes all its steps in registers, and is stored
// once. `surface` and `surface_slope` stand in front of this source: a formula.

struct Params {
  walkers: u32,
  steps: u32,
  lr: f32,
  momentum: f32,
  beta1: f32,
  beta2: f32,
  epsilon: f32,
  correction1: f32,
  correction2: f32,
}

@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> state: array<f32>;
@group(0) @binding(2) var<storage, read_write> next: array<f32>;
@group(0) @binding(3) var<storage, read_write> points: array<vec4f>;

@compute @workgroup_size(64)
fn main(
  @builtin(workgroup_id) workgroup: vec3u,
  @builtin(num_workgroups) workgroups: vec3u,
  @builtin(local_invocation_index) local: u32,
) {
  let i = (workgroup.y * workgroups.x + workgroup.x) * 64u + local;
  let count = params.walkers;
  if (i >= count) {
    return;
  }
  let settings = Settings(
    params.lr,
    params.momentum,
    params.beta1,
    params.beta2,
    params.epsilon,
  );
  var walker = load_walker(i, count);
  var correction = vec2f(params.correction1, params.correction2);
  var gone = false;
  let steps = params.steps;
  for (var k = 0u; k < steps; k++) {
    correction = corrected(correction, settings);
    let slope = surface_slope(walker.place.x, walker.place.y);
    let moved = advance(walker, slope, settings, correction);
    gone = is_gone(moved);
    if (!gone) {
      walker.place = moved.place;
      walker.first = moved.first;
      if (HAS_SQUARES) {
        walker.second = moved.second;
      }
    }
  }
  next[i] = walker.place.x;
  next[count + i] = walker.place.y;
  next[2u * count + i] = walker.first.x;
  next[3u * count + i] = walker.first.y;
  next[4u * count + i] = walker.second.x;
  next[5u * count + i] = walker.second.y;
  let height = surface(walker.place.x, walker.place.y);
  let bounded = select(1e30f, height, (bitcast<i32>(height) & 0x7fffffffi) <= MOST);
  points[i] = vec4f(walker.place, bounded, f32(gone));
}
