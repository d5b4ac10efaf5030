// One row an invocation: the k largest of its candidates, kept in the result, largest first.

struct Params {
  rows: u32,
  candidates: u32,
  k: u32,
}

@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> scores: array<f32>;
@group(0) @binding(2) var<storage, read> labels: array<u32>;
@group(0) @binding(3) var<storage, read_write> largest: array<f32>;
@group(0) @binding(4) var<storage, read_write> positions: array<u32>;

@compute @workgroup_size(64)
fn main(
  @builtin(workgroup_id) workgroup: vec3u,
  @builtin(num_workgroups) workgroups: vec3u,
  @builtin(local_invocation_index) local: u32,
) {
  let row = (workgroup.y * workgroups.x + workgroup.x) * 64u + local;
  if (row >= params.rows) {
    return;
  }
  let first = row * params.k;
  var found = 0u;
  for (var c = row * params.candidates; c < (row + 1u) * params.candidates; c++) {
    let score = scores[c];
    let label = labels[c];
    if (found == params.k) {
      let last = first + found - 1u;
      if (score < largest[last] || (score == largest[last] && label > positions[last])) {
        continue;
      }
    }
    found = min(found + 1u, params.k);
    var at = first + found - 1u;
    for (; at > first; at--) {
      let before = largest[at - 1u];
      if (before > score || (before == score && positions[at - 1u] < label)) {
        break;
      }
      largest[at] = before;
      positions[at] = positions[at - 1u];
    }
    largest[at] = score;
    positions[at] = label;
  }
}
