// Four sources of one network at four radii an invocation, as in rnn_step.wgsl. The lengths of the
// four vectors are summed up on the way: every invocation passes all their entries anyway.

struct Params {
  networks: u32,
  radii: u32,
  hidden: u32,
  steps: u32,
  step: u32,
}

@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> weights: array<f32>;
@group(0) @binding(2) var<storage, read> radius: array<f32>;
@group(0) @binding(3) var<storage, read> states: array<f32>;
@group(0) @binding(4) var<storage, read> vectors: array<f32>;
@group(0) @binding(5) var<storage, read_write> log_norms: array<f32>;
@group(0) @binding(6) var<storage, read_write> carried: array<f32>;

const SHORTEST = 1e-18f;

fn store(network: u32, r: u32, sources: vec4u, sum: vec4f, squares: f32) {
  if (r >= params.radii) {
    return;
  }
  let norm = max(sqrt(squares), SHORTEST);
  let back = radius[r] / sqrt(f32(params.hidden)) * sum / norm;
  let row = (network * params.radii + r) * params.hidden;
  for (var k = 0u; k < 4u; k++) {
    if (sources[k] < params.hidden) {
      carried[row + sources[k]] = back[k];
    }
  }
  if (sources.x == 0u) {
    let first = params.step % params.steps * params.networks * params.radii;
    log_norms[first + network * params.radii + r] = log(norm);
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
  let sources = i % lanes + lanes * vec4u(0u, 1u, 2u, 3u);
  let rows = (network * params.radii + min(r + vec4u(0u, 1u, 2u, 3u), vec4u(params.radii - 1u))) * hidden;
  var at_weight = network * hidden * hidden + min(sources, vec4u(hidden - 1u));
  var a = vec4f();
  var b = vec4f();
  var c = vec4f();
  var d = vec4f();
  var squares = vec4f();
  for (var unit = 0u; unit < hidden; unit++) {
    let weight = vec4f(weights[at_weight.x], weights[at_weight.y], weights[at_weight.z], weights[at_weight.w]);
    let at = rows + unit;
    let v = vec4f(vectors[at.x], vectors[at.y], vectors[at.z], vectors[at.w]);
    let h = vec4f(states[at.x], states[at.y], states[at.z], states[at.w]);
    let through = (1f - h) * (1f + h) * v;
    squares += v * v;
    a += weight * through.x;
    b += weight * through.y;
    c += weight * through.z;
    d += weight * through.w;
    at_weight += hidden;
  }
  store(network, r, sources, a, squares.x);
  store(network, r + 1u, sources, b, squares.y);
  store(network, r + 2u, sources, c, squares.z);
  store(network, r + 3u, sources, d, squares.w);
}
