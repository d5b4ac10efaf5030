// Four draws an invocation. `threefry` stands in front.

struct Params {
  count: u32,
  seed: u32,
  stream: u32,
}

@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read_write> uniforms: array<f32>;

@compute @workgroup_size(64)
fn main(
  @builtin(workgroup_id) workgroup: vec3u,
  @builtin(num_workgroups) workgroups: vec3u,
  @builtin(local_invocation_index) local: u32,
) {
  let first = (workgroup.y * workgroups.x + workgroup.x) * 256u + local;
  let end = min(first + 256u, params.count);
  for (var i = first; i < end; i += 64u) {
    let bits = threefry2x32(vec2u(params.seed, params.stream), vec2u(i, 0u)).x;
    uniforms[i] = uniform_from(bits);
  }
}
