// Four neighbouring parts an invocation, each with four accumulators: neighbours read neighbours.

struct Params {
  rows: u32,
  length: u32,
  parts: u32,
}

@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> values: array<vec4f>;
@group(0) @binding(2) var<storage, read_write> sums: array<vec4f>;

@compute @workgroup_size(64)
fn main(
  @builtin(workgroup_id) workgroup: vec3u,
  @builtin(num_workgroups) workgroups: vec3u,
  @builtin(local_invocation_index) local: u32,
) {
  let i = (workgroup.y * workgroups.x + workgroup.x) * 64u + local;
  let parts = params.parts / 4u;
  if (i >= params.rows * parts) {
    return;
  }
  let row = i / parts * (params.length / 4u);
  let end = row + params.length / 4u;
  var at = row + i % parts;
  var a = vec4f();
  var b = vec4f();
  var c = vec4f();
  var d = vec4f();
  for (; at + 7u * parts < end; at += 8u * parts) {
    a += values[at];
    b += values[at + parts];
    c += values[at + 2u * parts];
    d += values[at + 3u * parts];
    a += values[at + 4u * parts];
    b += values[at + 5u * parts];
    c += values[at + 6u * parts];
    d += values[at + 7u * parts];
  }
  for (; at < end; at += parts) {
    a += values[at];
  }
  sums[i] = (a + b) + (c + d);
}
