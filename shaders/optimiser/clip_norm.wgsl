// Eight entries an invocation. What `infinity` needs stands in front.

struct Params {
  count: u32,
  max_norm: f32,
}

@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> norm: array<f32>;
@group(0) @binding(2) var<storage, read_write> gradients: array<f32>;

@compute @workgroup_size(64)
fn main(
  @builtin(workgroup_id) workgroup: vec3u,
  @builtin(num_workgroups) workgroups: vec3u,
  @builtin(local_invocation_index) local: u32,
) {
  let size = norm[0];
  // Infinities and NaN are told from their bits: both are left as they are.
  if (bitcast<u32>(size) >= INFINITY_BITS || size <= params.max_norm) {
    return;
  }
  let factor = params.max_norm / size;
  let first = (workgroup.y * workgroups.x + workgroup.x) * 512u + local;
  let end = min(first + 512u, params.count);
  for (var i = first; i < end; i += 64u) {
    gradients[i] = factor * gradients[i];
  }
}
