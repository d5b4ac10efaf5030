// The same for any sizes: quads are put together from single numbers.

struct Params {
  outer: u32,
  length: u32,
  inner: u32,
}

@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> left: array<f32>;
@group(0) @binding(2) var<storage, read> right: array<f32>;
@group(0) @binding(3) var<storage, read_write> results: array<f32>;

@compute @workgroup_size(64)
fn main(
  @builtin(workgroup_id) workgroup: vec3u,
  @builtin(num_workgroups) workgroups: vec3u,
  @builtin(local_invocation_index) local: u32,
) {
  let count = params.outer * params.length * params.inner;
  let first = (workgroup.y * workgroups.x + workgroup.x) * 256u + local;
  let end = min(first + 256u, (count + 3u) / 4u);
  for (var i = first; i < end; i += 64u) {
    let at = 4u * i + vec4u(0u, 1u, 2u, 3u);
    let inside = min(at, vec4u(count - 1u));
    let a = vec4f(left[inside.x], left[inside.y], left[inside.z], left[inside.w]);
    let k = (inside / params.inner) % params.length;
    let b = vec4f(right[k.x], right[k.y], right[k.z], right[k.w]);
    let y = combined(OPERATION, a, b);
    for (var each = 0u; each < 4u && at[each] < count; each++) {
      results[at[each]] = y[each];
    }
  }
}
