// One walker an invocation: it runs the network through time, with the derivatives of its state, and
// takes a step.

struct Params {
  walkers: u32,
  records: u32,
  lr: f32,
  limit: f32,
  horizon: u32,
  start: f32,
  wanted: f32,
}

@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> starts: array<vec2f>;
@group(0) @binding(2) var<storage, read_write> path: array<vec4f>;

// Derivatives beyond this count as so large: their squares stay within float32.
const MOST = 1e18f;

@compute @workgroup_size(64)
fn main(
  @builtin(workgroup_id) workgroup: vec3u,
  @builtin(num_workgroups) workgroups: vec3u,
  @builtin(local_invocation_index) local: u32,
) {
  let walker = (workgroup.y * workgroups.x + workgroup.x) * 64u + local;
  if (walker >= params.walkers) {
    return;
  }
  var at = starts[walker];
  for (var record = 0u; record < params.records; record++) {
    var h = params.start;
    var slope = vec2f();
    for (var time = 0u; time < params.horizon; time++) {
      // 1/(1 + e⁻ᶻ) and its slope, without a difference of numbers near 1.
      let z = clamp(at.x * h + at.y, -80f, 80f);
      let e = exp(-abs(z));
      let whole = 1f / (1f + e);
      slope = clamp(e * whole * whole * (vec2f(h, 1f) + at.x * slope), vec2f(-MOST), vec2f(MOST));
      h = select(e * whole, whole, z >= 0f);
    }
    let off = h - params.wanted;
    let gradient = 2f * off * slope;
    let size = length(gradient);
    path[walker * params.records + record] = vec4f(at, off * off, size);
    at -= params.lr * min(1f, params.limit / max(size, 1e-30f)) * gradient;
  }
}
