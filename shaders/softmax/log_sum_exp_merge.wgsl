// One row an invocation: its parts brought to the scale of the largest. `decay` stands in front.

struct Params {
  rows: u32,
  parts: u32,
}

@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> part_largest: array<f32>;
@group(0) @binding(2) var<storage, read> part_log_sums: array<f32>;
@group(0) @binding(3) var<storage, read_write> largest: array<f32>;
@group(0) @binding(4) var<storage, read_write> log_sums: array<f32>;

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
  let first = row * params.parts;
  let end = first + params.parts;
  var top = part_largest[first];
  for (var i = first + 1u; i < end; i++) {
    top = max(top, part_largest[i]);
  }
  var sum = 0f;
  for (var i = first; i < end; i++) {
    sum += decay(part_largest[i] - top) * exp(part_log_sums[i]);
  }
  largest[row] = top;
  log_sums[row] = log(sum);
}
