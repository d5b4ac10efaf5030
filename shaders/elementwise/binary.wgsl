// Four times four neighbouring results an invocation, where four neighbours meet one entry of
// `right`, or four that lie side by side. The operations stand in front.

struct Params {
  outer: u32,
  length: u32,
  inner: u32,
}

@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> left: array<vec4f>;
@group(0) @binding(2) var<storage, read> right: array<f32>;
@group(0) @binding(3) var<storage, read_write> results: array<vec4f>;

@compute @workgroup_size(64)
fn main(
  @builtin(workgroup_id) workgroup: vec3u,
  @builtin(num_workgroups) workgroups: vec3u,
  @builtin(local_invocation_index) local: u32,
) {
  let length = params.length;
  let inner = params.inner;
  let first = (workgroup.y * workgroups.x + workgroup.x) * 256u + local;
  let end = min(first + 256u, params.outer * length * inner / 4u);
  // Entry k of `right`, for the neighbour r of those that meet it: divided once, then carried on.
  var r = 4u * first % inner;
  var k = 4u * first / inner % length;
  let step_r = 256u % inner;
  let step_k = 256u / inner % length;
  for (var i = first; i < end; i += 64u) {
    var b = vec4f(right[k]);
    if (inner == 1u) {
      b = vec4f(b.x, right[k + 1u], right[k + 2u], right[k + 3u]);
    }
    results[i] = combined(OPERATION, left[i], b);
    r += step_r;
    k += step_k;
    if (r >= inner) {
      r -= inner;
      k++;
    }
    if (k >= length) {
      k -= length;
    }
  }
}
