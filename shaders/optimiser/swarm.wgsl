// One walker an invocation: it is loaded once, takes all its steps in registers, and is stored once.
// The steps are taken as if nobody ever went too far, which is nearly always so; who did takes them
// again with care. `surface` and `surface_slope` stand in front of this source: a formula.

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
  first_workgroup: u32,
}

@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> state: array<f32>;
@group(0) @binding(2) var<storage, read_write> next: array<f32>;
@group(0) @binding(3) var<storage, read_write> points: array<vec4f>;

fn stepped(walker: Walker, settings: Settings, correction: vec2f) -> Walker {
  let slope = surface_slope(walker.position.x, walker.position.y);
  return advance(walker, slope, settings, correction);
}

// A walker after some steps, and whether the last would have carried it away.
struct Result {
  walker: Walker,
  diverged: bool,
}

// Every step is tried, and not taken where it would lead too far.
fn with_care(begin: Walker, settings: Settings, begun: vec2f) -> Result {
  var walker = begin;
  var correction = begun;
  var diverged = false;
  for (var k = 0u; k < params.steps; k++) {
    correction = corrected(correction, settings);
    let moved = stepped(walker, settings, correction);
    diverged = has_diverged(moved);
    if (!diverged) {
      walker = moved;
    }
  }
  return Result(walker, diverged);
}

// The farthest of all steps is kept, two at a time: ends of loops cost software adapters much.
fn descend(begin: Walker, settings: Settings, begun: vec2f) -> Result {
  var walker = begin;
  var correction = begun;
  var farthest = vec2i();
  for (var k = 1u; k < params.steps; k += 2u) {
    correction = corrected(correction, settings);
    walker = stepped(walker, settings, correction);
    farthest = max(farthest, reach(walker));
    correction = corrected(correction, settings);
    walker = stepped(walker, settings, correction);
    farthest = max(farthest, reach(walker));
  }
  if (params.steps % 2u == 1u) {
    walker = stepped(walker, settings, corrected(correction, settings));
    farthest = max(farthest, reach(walker));
  }
  if (is_beyond(farthest)) {
    return with_care(begin, settings, begun);
  }
  return Result(walker, false);
}

@compute @workgroup_size(64)
fn main(
  @builtin(workgroup_id) workgroup: vec3u,
  @builtin(num_workgroups) workgroups: vec3u,
  @builtin(local_invocation_index) local: u32,
) {
  let i = (params.first_workgroup + workgroup.y * workgroups.x + workgroup.x) * 64u + local;
  let count = params.walkers;
  if (i >= count) {
    return;
  }
  let settings = Settings(
    vec2f(params.lr),
    params.momentum,
    params.beta1,
    params.beta2,
    params.epsilon,
  );
  let begun = vec2f(params.correction1, params.correction2);
  let result = descend(load_walker(i, count), settings, begun);
  let walker = result.walker;
  next[i] = walker.position.x;
  next[count + i] = walker.position.y;
  next[2u * count + i] = walker.first.x;
  next[3u * count + i] = walker.first.y;
  next[4u * count + i] = walker.second.x;
  next[5u * count + i] = walker.second.y;
  let height = surface(walker.position.x, walker.position.y);
  let bounded = select(1e30f, height, (bitcast<i32>(height) & 0x7fffffffi) <= MOST);
  points[i] = vec4f(walker.position, bounded, f32(result.diverged));
}
