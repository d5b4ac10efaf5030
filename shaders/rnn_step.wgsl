// Four units of one network at four radii an invocation: each weight read serves four rows of
// states, each state four units. Neighbouring invocations have neighbouring units.

struct Params {
  networks: u32,
  radii: u32,
  hidden: u32,
  noise: f32,
}

@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> weights: array<f32>;
@group(0) @binding(2) var<storage, read> radius: array<f32>;
@group(0) @binding(3) var<storage, read> states: array<f32>;
@group(0) @binding(4) var<storage, read> inputs: array<f32>;
@group(0) @binding(5) var<storage, read_write> next: array<f32>;

// At 10 the next float32 is already 1.
fn bounded_tanh(x: vec4f) -> vec4f {
  return tanh(clamp(x, vec4f(-10f), vec4f(10f)));
}

fn store(network: u32, r: u32, units: vec4u, sum: vec4f) {
  if (r >= params.radii) {
    return;
  }
  let gain = radius[r] / sqrt(f32(params.hidden));
  let last = params.hidden - 1u;
  let driven = network * params.hidden + min(units, vec4u(last));
  let input = vec4f(inputs[driven.x], inputs[driven.y], inputs[driven.z], inputs[driven.w]);
  let state = bounded_tanh(gain * sum + params.noise * input);
  let row = (network * params.radii + r) * params.hidden;
  for (var k = 0u; k < 4u; k++) {
    if (units[k] <= last) {
      next[row + units[k]] = state[k];
    }
  }
}

@compute @workgroup_size(64)
fn main(
  @builtin(workgroup_id) workgroup: vec3u,
  @builtin(num_workgroups) workgroups: vec3u,
  @builtin(local_invocation_index) local: u32,
) {
  let i = (workgroup.y * workgroups.x + workgroup.x) * 64u + local;
  let hidden = params.hidden;
  let lanes = (hidden + 3u) / 4u;
  let tiles = (params.radii + 3u) / 4u;
  let network = i / (lanes * tiles);
  if (network >= params.networks) {
    return;
  }
  let r = (i / lanes) % tiles * 4u;
  let units = i % lanes + lanes * vec4u(0u, 1u, 2u, 3u);
  // What lies past the end is computed from the last unit, or radius, and thrown away.
  let rows = (network * params.radii + min(r + vec4u(0u, 1u, 2u, 3u), vec4u(params.radii - 1u))) * hidden;
  var at_weight = network * hidden * hidden + min(units, vec4u(hidden - 1u));
  var a = vec4f();
  var b = vec4f();
  var c = vec4f();
  var d = vec4f();
  for (var source = 0u; source < hidden; source++) {
    let weight = vec4f(weights[at_weight.x], weights[at_weight.y], weights[at_weight.z], weights[at_weight.w]);
    a += weight * states[rows.x + source];
    b += weight * states[rows.y + source];
    c += weight * states[rows.z + source];
    d += weight * states[rows.w + source];
    at_weight += hidden;
  }
  store(network, r, units, a);
  store(network, r + 1u, units, b);
  store(network, r + 2u, units, c);
  store(network, r + 3u, units, d);
}
