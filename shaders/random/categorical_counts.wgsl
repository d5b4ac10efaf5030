// 256 draws an invocation, counted by itself; the counts of all are added at the end. `threefry`
// stands in front.

struct Params {
  rows: u32,
  classes: u32,
  count: u32,
  seed: u32,
  stream: u32,
  first: u32,
  first_workgroup: u32,
}

@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> thresholds: array<u32>;
@group(0) @binding(2) var<storage, read_write> counts: array<atomic<u32>>;

const MOST_CLASSES = 16u;
const DRAWS = 256u;

@compute @workgroup_size(64)
fn main(
  @builtin(workgroup_id) workgroup: vec3u,
  @builtin(num_workgroups) workgroups: vec3u,
  @builtin(local_invocation_index) local: u32,
) {
  let group = params.first_workgroup + workgroup.y * workgroups.x + workgroup.x;
  // All draws of a workgroup are from one row.
  let groups = (params.count + 64u * DRAWS - 1u) / (64u * DRAWS);
  let row = group / groups;
  let start = (group % groups * 64u + local) * DRAWS;
  if (row >= params.rows || start >= params.count) {
    return;
  }
  let classes = row * params.classes;
  let words = params.first + row * params.count;
  let last = params.classes - 1u;
  var found: array<u32, MOST_CLASSES>;
  for (var i = start; i < min(start + DRAWS, params.count); i++) {
    let position = vec2u(words + i, 0u);
    let bits = threefry2x32(vec2u(params.seed, params.stream), position).x;
    var outcome = 0u;
    // The last threshold is 1 and cannot be passed.
    for (var k = 0u; k < last; k++) {
      outcome += u32(bits >= thresholds[classes + k]);
    }
    found[outcome]++;
  }
  for (var k = 0u; k < params.classes; k++) {
    if (found[k] > 0u) {
      atomicAdd(&counts[classes + k], found[k]);
    }
  }
}
