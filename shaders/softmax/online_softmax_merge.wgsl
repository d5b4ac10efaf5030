// Merges `fan` neighbouring pairs (m, l) into one, in order. An l of 0 marks an empty pair.

struct Params {
  count: u32,
  fan: u32,
}

@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> m: array<f32>;
@group(0) @binding(2) var<storage, read> l: array<f32>;
@group(0) @binding(3) var<storage, read_write> merged_m: array<f32>;
@group(0) @binding(4) var<storage, read_write> merged_l: array<f32>;

@compute @workgroup_size(64)
fn main(
  @builtin(workgroup_id) workgroup: vec3u,
  @builtin(num_workgroups) workgroups: vec3u,
  @builtin(local_invocation_index) local: u32,
) {
  let group = (workgroup.y * workgroups.x + workgroup.x) * 64u + local;
  if (group >= arrayLength(&merged_m)) {
    return;
  }
  let first = group * params.fan;
  let end = first + min(params.fan, params.count - first);
  var top = m[first];
  var sum = l[first];
  for (var i = first + 1u; i < end; i++) {
    if (l[i] == 0f) {
      continue;
    }
    if (sum == 0f) {
      top = m[i];
      sum = l[i];
      continue;
    }
    let larger = max(top, m[i]);
    sum = sum * decay(top - larger) + l[i] * decay(m[i] - larger);
    top = larger;
  }
  merged_m[group] = top;
  merged_l[group] = sum;
}
