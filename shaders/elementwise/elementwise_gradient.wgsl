// Four times four neighbouring numbers an invocation. The slopes stand in front.

struct Params {
  count: u32,
}

@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> inputs: array<vec4f>;
@group(0) @binding(2) var<storage, read> upstream: array<vec4f>;
@group(0) @binding(3) var<storage, read_write> gradient: array<vec4f>;

fn put(at: u32) {
  if (WHOLE || at < params.count / 4u) {
    gradient[at] = upstream[at] * slope(OPERATION, inputs[at]);
  }
}

@compute @workgroup_size(64)
fn main(
  @builtin(workgroup_id) workgroup: vec3u,
  @builtin(num_workgroups) workgroups: vec3u,
  @builtin(local_invocation_index) local: u32,
) {
  let first = (workgroup.y * workgroups.x + workgroup.x) * 256u + local;
  // No loop: it would cost more than most of them.
  put(first);
  put(first + 64u);
  put(first + 128u);
  put(first + 192u);
}
