// Four times four neighbouring results an invocation, where four neighbours meet one entry of
// `right`, or four that lie side by side. The operations stand in front.

struct Params {
  outer: u32,
  length: u32,
  inner: u32,
  operation: u32,
}

@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> left: array<vec4f>;
@group(0) @binding(2) var<storage, read> right: array<f32>;
@group(0) @binding(3) var<storage, read_write> results: array<vec4f>;

fn right_of(i: u32) -> vec4f {
  if (params.inner > 1u) {
    return vec4f(right[(4u * i / params.inner) % params.length]);
  }
  let k = (4u * i) % params.length;
  return vec4f(right[k], right[k + 1u], right[k + 2u], right[k + 3u]);
}

@compute @workgroup_size(64)
fn main(
  @builtin(workgroup_id) workgroup: vec3u,
  @builtin(num_workgroups) workgroups: vec3u,
  @builtin(local_invocation_index) local: u32,
) {
  let first = (workgroup.y * workgroups.x + workgroup.x) * 256u + local;
  let end = min(first + 256u, params.outer * params.length * params.inner / 4u);
  for (var i = first; i < end; i += 64u) {
    results[i] = combined(params.operation, left[i], right_of(i));
  }
}
