// Four units of one network at four radii an invocation. Numbers are read in quadruples: four
// sources of four states and of four units at a time make 64 products from 8 reads.

struct Params {
  networks: u32,
  radii: u32,
  hidden: u32,
  noise: f32,
}

@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> weights: array<vec4f>;
@group(0) @binding(2) var<storage, read> radius: array<f32>;
@group(0) @binding(3) var<storage, read> states: array<vec4f>;
@group(0) @binding(4) var<storage, read> inputs: array<vec4f>;
@group(0) @binding(5) var<storage, read_write> next: array<vec4f>;

const FOUR = vec4u(0u, 1u, 2u, 3u);

// Which of the four numbers of a quadruple are units and not padding.
fn is_unit(quadruple: u32) -> vec4<bool> {
  return 4u * quadruple + FOUR < vec4u(params.hidden);
}

fn store(row: u32, r: u32, lane: u32, sum: vec4f, input: vec4f) {
  if (r < params.radii) {
    let gain = radius[r] / sqrt(f32(params.hidden));
    let state = tanh_of(gain * sum + params.noise * input);
    next[row + lane] = select(vec4f(), state, is_unit(lane));
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
  for (var block = 0u; block < lanes; block++) {
    let unit = is_unit(block);
    let ha = select(vec4f(), states[rows.x + block], unit);
    let hb = select(vec4f(), states[rows.y + block], unit);
    let hc = select(vec4f(), states[rows.z + block], unit);
    let hd = select(vec4f(), states[rows.w + block], unit);
    let w0 = weights[weight];
    let w1 = weights[weight + lanes];
    let w2 = weights[weight + 2u * lanes];
    let w3 = weights[weight + 3u * lanes];
    a += ha.x * w0 + ha.y * w1 + ha.z * w2 + ha.w * w3;
    b += hb.x * w0 + hb.y * w1 + hb.z * w2 + hb.w * w3;
    c += hc.x * w0 + hc.y * w1 + hc.z * w2 + hc.w * w3;
    d += hd.x * w0 + hd.y * w1 + hd.z * w2 + hd.w * w3;
    weight += 4u * lanes;
  }
  let input = inputs[network * lanes + lane];
  store(rows.x, r, lane, a, input);
  store(rows.y, r + 1u, lane, b, input);
  store(rows.z, r + 2u, lane, c, input);
  store(rows.w, r + 3u, lane, d, input);
}
