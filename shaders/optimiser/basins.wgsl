// One walker an invocation, as in swarm.wgsl; after each step the nearest attractor is looked up.

struct Params {
  pixels: u32,
  attractors: u32,
  steps: u32,
  first: u32,
  lr: f32,
  momentum: f32,
  beta1: f32,
  beta2: f32,
  epsilon: f32,
  correction1: f32,
  correction2: f32,
  radius: f32,
  half: f32,
  first_workgroup: u32,
}

@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> positions: array<vec2f>;
@group(0) @binding(2) var<storage, read_write> state: array<f32>;
@group(0) @binding(3) var<storage, read_write> basin: array<f32>;
@group(0) @binding(4) var<storage, read_write> taken: array<f32>;
@group(0) @binding(5) var<storage, read_write> shade: array<f32>;

const UNDECIDED = -1f;
const DIVERGED = -2f;

@compute @workgroup_size(64)
fn main(
  @builtin(workgroup_id) workgroup: vec3u,
  @builtin(num_workgroups) workgroups: vec3u,
  @builtin(local_invocation_index) local: u32,
) {
  let i = (params.first_workgroup + workgroup.y * workgroups.x + workgroup.x) * 64u + local;
  let count = params.pixels;
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
  var walker = load_walker(i, count);
  var correction = vec2f(params.correction1, params.correction2);
  var here = basin[i];
  var since = taken[i];
  for (var k = 0u; k < params.steps; k++) {
    correction = corrected(correction, settings);
    let before = walker.position;
    let slope = surface_slope(before.x, before.y);
    let moved = advance(walker, slope, settings, correction);
    if (has_diverged(moved)) {
      here = DIVERGED;
      continue;
    }
    walker = moved;
    var nearest = 0u;
    var least = distance(positions[0], walker.position);
    for (var n = 1u; n < params.attractors; n++) {
      let away = distance(positions[n], walker.position);
      if (away < least) {
        nearest = n;
        least = away;
      }
    }
    if (!(least < params.radius)) {
      here = UNDECIDED;
    } else if (here != f32(nearest)) {
      here = f32(nearest);
      let away = distance(positions[nearest], before);
      let part = select(0f, (away - params.radius) / (away - least), away > params.radius);
      since = f32(params.first + k) + part;
    }
  }
  state[i] = walker.position.x;
  state[count + i] = walker.position.y;
  state[2u * count + i] = walker.first.x;
  state[3u * count + i] = walker.first.y;
  state[4u * count + i] = walker.second.x;
  state[5u * count + i] = walker.second.y;
  basin[i] = here;
  taken[i] = since;
  shade[i] = here + select(min(0.999f, since / (since + params.half)), 0.5f, here < 0f);
}
