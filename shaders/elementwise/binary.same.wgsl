// Four times four neighbouring results an invocation, from two arrays of one shape. The operations
// stand in front.

struct Params {
  length: u32,
}

@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> left: array<vec4f>;
@group(0) @binding(2) var<storage, read> right: array<vec4f>;
@group(0) @binding(3) var<storage, read_write> results: array<vec4f>;

fn put(at: u32) {
  if (WHOLE || at < params.length / 4u) {
    results[at] = combined(OPERATION, left[at], right[at]);
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
