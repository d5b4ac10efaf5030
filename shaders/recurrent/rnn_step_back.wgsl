// Four sources of one network at four radii an invocation, in quadruples as in rnn_step.wgsl. The
// lengths of the four vectors are summed up on the way: every invocation passes all their entries.

struct Params {
  networks: u32,
  radii: u32,
  hidden: u32,
  steps: u32,
  step: u32,
}

@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> weights: array<vec4f>;
@group(0) @binding(2) var<storage, read> radius: array<f32>;
@group(0) @binding(3) var<storage, read> states: array<vec4f>;
@group(0) @binding(4) var<storage, read> vectors: array<vec4f>;
@group(0) @binding(5) var<storage, read_write> log_norms: array<f32>;
@group(0) @binding(6) var<storage, read_write> carried: array<vec4f>;

const FOUR = vec4u(0u, 1u, 2u, 3u);
const SHORTEST = 1e-18f;

// Which of the four numbers of a quadruple are units and not padding.
fn is_unit(quadruple: u32) -> vec4<bool> {
  return 4u * quadruple + FOUR < vec4u(params.hidden);
}

// A vector's part, and what of it passes the slope of tanh.
struct Part {
  v: vec4f,
  passed: vec4f,
}

fn part_at(position: u32, unit: vec4<bool>) -> Part {
  let v = select(vec4f(), vectors[position], unit);
  let h = states[position];
  return Part(v, (1f - h) * (1f + h) * v);
}

fn store(row: u32, network: u32, r: u32, lane: u32, sum: vec4f, squares: f32) {
  if (r >= params.radii) {
    return;
  }
  let norm = max(sqrt(squares), SHORTEST);
  let back = radius[r] / sqrt(f32(params.hidden)) * sum / norm;
  carried[row + lane] = select(vec4f(), back, is_unit(lane));
  if (lane == 0u) {
    let told = params.step % params.steps * params.networks + network;
    log_norms[told * params.radii + r] = log(norm);
  }
}

@compute @workgroup_size(64)
fn main(
  @builtin(workgroup_id) workgroup: vec3u,
  @builtin(num_workgroups) workgroups: vec3u,
  @builtin(local_invocation_index) local: u32,
) {
  let i = (workgroup.y * workgroups.x + workgroup.x) * 64u + local;
  let lanes = (params.hidden + 3u) / 4u;
  let tiles = (params.radii + 3u) / 4u;
  let network = i / (lanes * tiles);
  if (network >= params.networks) {
    return;
  }
  let lane = i % lanes;
  let r = (i / lanes) % tiles * 4u;
  // Radii past the last are computed as the last, and thrown away.
  let rows = (network * params.radii + min(r + FOUR, vec4u(params.radii - 1u))) * lanes;
  var weight = network * 4u * lanes * lanes + lane;
  var a = vec4f();
  var b = vec4f();
  var c = vec4f();
  var d = vec4f();
  var squares = vec4f();
  for (var block = 0u; block < lanes; block++) {
    let unit = is_unit(block);
    let pa = part_at(rows.x + block, unit);
    let pb = part_at(rows.y + block, unit);
    let pc = part_at(rows.z + block, unit);
    let pd = part_at(rows.w + block, unit);
    squares += vec4f(dot(pa.v, pa.v), dot(pb.v, pb.v), dot(pc.v, pc.v), dot(pd.v, pd.v));
    let w0 = weights[weight];
    let w1 = weights[weight + lanes];
    let w2 = weights[weight + 2u * lanes];
    let w3 = weights[weight + 3u * lanes];
    a += pa.passed.x * w0 + pa.passed.y * w1 + pa.passed.z * w2 + pa.passed.w * w3;
    b += pb.passed.x * w0 + pb.passed.y * w1 + pb.passed.z * w2 + pb.passed.w * w3;
    c += pc.passed.x * w0 + pc.passed.y * w1 + pc.passed.z * w2 + pc.passed.w * w3;
    d += pd.passed.x * w0 + pd.passed.y * w1 + pd.passed.z * w2 + pd.passed.w * w3;
    weight += 4u * lanes;
  }
  store(rows.x, network, r, lane, a, squares.x);
  store(rows.y, network, r + 1u, lane, b, squares.y);
  store(rows.z, network, r + 2u, lane, c, squares.z);
  store(rows.w, network, r + 3u, lane, d, squares.w);
}
