// One part an invocation: its k largest so far lie in the result, largest first. A score that is no
// larger than the last of them is passed over at the cost of one comparison.

struct Params {
  rows: u32,
  length: u32,
  parts: u32,
  k: u32,
}

@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> scores: array<f32>;
@group(0) @binding(2) var<storage, read_write> largest: array<f32>;
@group(0) @binding(3) var<storage, read_write> positions: array<u32>;

@compute @workgroup_size(64)
fn main(
  @builtin(workgroup_id) workgroup: vec3u,
  @builtin(num_workgroups) workgroups: vec3u,
  @builtin(local_invocation_index) local: u32,
) {
  let i = (workgroup.y * workgroups.x + workgroup.x) * 64u + local;
  if (i >= params.rows * params.parts) {
    return;
  }
  let row = i / params.parts * params.length;
  let first = i * params.k;
  var found = 0u;
  var last = 0f;
  for (var position = i % params.parts; position < params.length; position += params.parts) {
    let score = scores[row + position];
    if (found == params.k && score <= last) {
      continue;
    }
    found = min(found + 1u, params.k);
    // Equal scores keep their order: only smaller ones move on.
    var at = first + found - 1u;
    for (; at > first && largest[at - 1u] < score; at--) {
      largest[at] = largest[at - 1u];
      positions[at] = positions[at - 1u];
    }
    largest[at] = score;
    positions[at] = position;
    last = largest[first + found - 1u];
  }
}
