// Four times two parameters an invocation, each pair as a walker of the shared rules, which stand in
// front (one axis of it knows nothing of the other).

struct Params {
  networks: u32,
  each: u32,
  lr: f32,
  momentum: f32,
  beta1: f32,
  beta2: f32,
  epsilon: f32,
  correction1: f32,
  correction2: f32,
}

@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> gradients: array<f32>;
@group(0) @binding(2) var<storage, read> rates: array<f32>;
@group(0) @binding(3) var<storage, read_write> parameters: array<f32>;
@group(0) @binding(4) var<storage, read_write> state: array<f32>;

@compute @workgroup_size(64)
fn main(
  @builtin(workgroup_id) workgroup: vec3u,
  @builtin(num_workgroups) workgroups: vec3u,
  @builtin(local_invocation_index) local: u32,
) {
  var settings = Settings(
    vec2f(),
    params.momentum,
    params.beta1,
    params.beta2,
    params.epsilon,
  );
  let correction = corrected(vec2f(params.correction1, params.correction2), settings);
  let count = params.networks * params.each;
  let first = (workgroup.y * workgroups.x + workgroup.x) * 512u + local;
  let end = min(first + 512u, count);
  for (var a = first; a < end; a += 128u) {
    let b = min(a + 64u, count - 1u);
    settings.lr = params.lr * vec2f(rates[a / params.each], rates[b / params.each]);
    let walker = Walker(
      vec2f(parameters[a], parameters[b]),
      vec2f(state[a], state[b]),
      vec2f(state[count + a], state[count + b]),
    );
    let next = advance(walker, vec2f(gradients[a], gradients[b]), settings, correction);
    parameters[a] = next.position.x;
    state[a] = next.first.x;
    state[count + a] = next.second.x;
    if (a + 64u < count) {
      parameters[b] = next.position.y;
      state[b] = next.first.y;
      state[count + b] = next.second.y;
    }
  }
}
