// One pixel of the diagram an invocation: a walker with its own learning rate and momentum.

struct Params {
  columns: u32,
  rows: u32,
  attractors: u32,
  steps: u32,
  first: u32,
  beta2: f32,
  epsilon: f32,
  correction2: f32,
  lr_top: f32,
  momentum_top: f32,
  start: f32,
  first_workgroup: u32,
}

@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> positions: array<vec2f>;
@group(0) @binding(2) var<storage, read_write> state: array<f32>;
@group(0) @binding(3) var<storage, read_write> growth: array<f32>;
@group(0) @binding(4) var<storage, read_write> decided: array<f32>;

const SMALLER = 1e4f;
const LARGER = 1e3f;
const AWAY = 1e30f;

struct Judgement {
  rate: f32,
  done: bool,
}

fn judge(before: f32, after: f32, k: u32) -> Judgement {
  let error_from = log(max(before, 1f / AWAY));
  let error_to = log(max(after, 1f / AWAY));
  let origin = log(params.start);
  let down = origin - log(SMALLER);
  let up = origin + log(LARGER);
  if (error_to > down && error_to < up) {
    return Judgement((error_to - origin) / f32(k + 1u), false);
  }
  let bound = select(up, down, error_to <= down);
  var crossed = 0f;
  if (error_to != error_from) {
    crossed = clamp((bound - error_from) / (error_to - error_from), 0f, 1f);
  }
  return Judgement((bound - origin) / max(0.1f, f32(k) + crossed), true);
}

fn nearest_attractor(position: vec2f) -> f32 {
  var least = distance(positions[0], position);
  for (var n = 1u; n < params.attractors; n++) {
    least = min(least, distance(positions[n], position));
  }
  return least;
}

@compute @workgroup_size(64)
fn main(
  @builtin(workgroup_id) workgroup: vec3u,
  @builtin(num_workgroups) workgroups: vec3u,
  @builtin(local_invocation_index) local: u32,
) {
  let i = (params.first_workgroup + workgroup.y * workgroups.x + workgroup.x) * 64u + local;
  let count = params.columns * params.rows;
  if (i >= count) {
    return;
  }
  let column = f32(i % params.columns) + 0.5f;
  let row = f32(params.rows - i / params.columns) - 0.5f;
  let inertia = row / f32(params.rows) * params.momentum_top;
  let settings = Settings(
    vec2f(column / f32(params.columns) * params.lr_top),
    inertia,
    inertia,
    params.beta2,
    params.epsilon,
  );
  // 1 − β₁ᵗ from the run's first step on: its decay is this pixel's own.
  var correction = vec2f(0f, params.correction2);
  for (var t = 0u; t < params.first; t++) {
    correction.x = settings.beta1 * correction.x + (1f - settings.beta1);
  }
  var walker = load_walker(i, count);
  var rate = growth[i];
  var done = decided[i] == 1f;
  var error = nearest_attractor(walker.position);
  for (var k = 0u; k < params.steps; k++) {
    correction = corrected(correction, settings);
    let slope = surface_slope(walker.position.x, walker.position.y);
    let moved = advance(walker, slope, settings, correction);
    let diverged = has_diverged(moved);
    if (!diverged) {
      walker = moved;
    }
    if (!done) {
      let after = select(nearest_attractor(walker.position), AWAY, diverged);
      let judgement = judge(error, after, params.first + k);
      rate = judgement.rate;
      done = judgement.done;
      error = after;
    }
  }
  state[i] = walker.position.x;
  state[count + i] = walker.position.y;
  state[2u * count + i] = walker.first.x;
  state[3u * count + i] = walker.first.y;
  state[4u * count + i] = walker.second.x;
  state[5u * count + i] = walker.second.y;
  growth[i] = rate;
  decided[i] = f32(done);
}
