// Four draws an invocation: the outcome is the number of thresholds that the random word has passed.
// `threefry` stands in front.

struct Params {
  rows: u32,
  classes: u32,
  count: u32,
  seed: u32,
  stream: u32,
}

@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> thresholds: array<u32>;
@group(0) @binding(2) var<storage, read_write> outcomes: array<u32>;

@compute @workgroup_size(64)
fn main(
  @builtin(workgroup_id) workgroup: vec3u,
  @builtin(num_workgroups) workgroups: vec3u,
  @builtin(local_invocation_index) local: u32,
) {
  let first = (workgroup.y * workgroups.x + workgroup.x) * 256u + local;
  let end = min(first + 256u, params.rows * params.count);
  for (var i = first; i < end; i += 64u) {
    let bits = threefry2x32(vec2u(params.seed, params.stream), vec2u(i, 0u)).x;
    let row = i / params.count * params.classes;
    var outcome = 0u;
    // The last threshold is 1 and cannot be passed.
    for (var k = row; k < row + params.classes - 1u; k++) {
      outcome += u32(bits >= thresholds[k]);
    }
    outcomes[i] = outcome;
  }
}
