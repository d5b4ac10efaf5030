// The sum of `fan` neighbouring numbers an invocation. What `infinity` needs stands in front.

struct Params {
  count: u32,
  fan: u32,
}

@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> parts: array<f32>;
@group(0) @binding(2) var<storage, read_write> sums: array<f32>;

@compute @workgroup_size(64)
fn main(
  @builtin(workgroup_id) workgroup: vec3u,
  @builtin(num_workgroups) workgroups: vec3u,
  @builtin(local_invocation_index) local: u32,
) {
  let group = (workgroup.y * workgroups.x + workgroup.x) * 64u + local;
  if (group >= arrayLength(&sums)) {
    return;
  }
  let first = group * params.fan;
  let end = first + min(params.fan, params.count - first);
  var sum = 0f;
  for (var i = first; i < end; i++) {
    sum = add_up_to_infinity(sum, parts[i]);
  }
  sums[group] = sum;
}
