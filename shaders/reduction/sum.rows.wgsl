// The sum of a row, four times four neighbouring numbers at a time, an invocation.

struct Params {
  rows: u32,
  length: u32,
  parts: u32,
}

@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> values: array<vec4f>;
@group(0) @binding(2) var<storage, read_write> sums: array<f32>;

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
  var at = row * (params.length / 4u);
  let end = at + params.length / 4u;
  var a = vec4f();
  var b = vec4f();
  var c = vec4f();
  var d = vec4f();
  for (; at + 3u < end; at += 4u) {
    a += values[at];
    b += values[at + 1u];
    c += values[at + 2u];
    d += values[at + 3u];
  }
  for (; at < end; at++) {
    a += values[at];
  }
  sums[row] = dot((a + b) + (c + d), vec4f(1f));
}
