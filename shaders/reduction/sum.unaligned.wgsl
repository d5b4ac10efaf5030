// One part an invocation, with four accumulators, for any sizes.

struct Params {
  rows: u32,
  length: u32,
  parts: u32,
}

@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> values: array<f32>;
@group(0) @binding(2) var<storage, read_write> sums: array<f32>;

@compute @workgroup_size(64)
fn main(
  @builtin(workgroup_id) workgroup: vec3u,
  @builtin(num_workgroups) workgroups: vec3u,
  @builtin(local_invocation_index) local: u32,
) {
  let i = (workgroup.y * workgroups.x + workgroup.x) * 64u + local;
  let parts = params.parts;
  if (i >= params.rows * parts) {
    return;
  }
  let row = i / parts * params.length;
  let end = row + params.length;
  var at = row + i % parts;
  var total = vec4f();
  for (; at + 3u * parts < end; at += 4u * parts) {
    total += vec4f(
      values[at],
      values[at + parts],
      values[at + 2u * parts],
      values[at + 3u * parts],
    );
  }
  for (; at < end; at += parts) {
    total.x += values[at];
  }
  sums[i] = (total.x + total.y) + (total.z + total.w);
}
