// The same for a count that is not a multiple of four: quads are put together from single numbers.

struct Params {
  count: u32,
}

@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> inputs: array<f32>;
@group(0) @binding(2) var<storage, read> upstream: array<f32>;
@group(0) @binding(3) var<storage, read_write> gradient: array<f32>;

@compute @workgroup_size(64)
fn main(
  @builtin(workgroup_id) workgroup: vec3u,
  @builtin(num_workgroups) workgroups: vec3u,
  @builtin(local_invocation_index) local: u32,
) {
  let first = (workgroup.y * workgroups.x + workgroup.x) * 256u + local;
  let end = min(first + 256u, (params.count + 3u) / 4u);
  for (var i = first; i < end; i += 64u) {
    let at = 4u * i + vec4u(0u, 1u, 2u, 3u);
    let inside = min(at, vec4u(params.count - 1u));
    let quad = vec4f(inputs[inside.x], inputs[inside.y], inputs[inside.z], inputs[inside.w]);
    let y = slope(OPERATION, quad);
    for (var k = 0u; k < 4u && at[k] < params.count; k++) {
      gradient[at[k]] = upstream[at[k]] * y[k];
    }
  }
}
