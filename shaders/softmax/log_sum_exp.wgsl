// One part an invocation: the largest score so far and the sum of exponentials relative to it,
// rescaled when the maximum moves. `decay` stands in front.

struct Params {
  rows: u32,
  length: u32,
  parts: u32,
}

@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> scores: array<f32>;
@group(0) @binding(2) var<storage, read_write> largest: array<f32>;
@group(0) @binding(3) var<storage, read_write> log_sums: array<f32>;

@compute @workgroup_size(64)
fn main(
  @builtin(workgroup_id) workgroup: vec3u,
  @builtin(num_workgroups) workgroups: vec3u,
  @builtin(local_invocation_index) local: u32,
) {
  let i = (workgroup.y * workgroups.x + workgroup.x) * 64u + local;
  let parts = params.parts;
  if (i >= params.rows * parts) {
    return;
  }
  let row = i / parts * params.length;
  let end = row + params.length;
  var at = row + i % parts;
  var top = scores[at];
  var sum = vec4f(1f, 0f, 0f, 0f);
  at += parts;
  for (; at + 3u * parts < end; at += 4u * parts) {
    let quad = vec4f(
      scores[at],
      scores[at + parts],
      scores[at + 2u * parts],
      scores[at + 3u * parts],
    );
    let next = max(top, max(max(quad.x, quad.y), max(quad.z, quad.w)));
    if (next > top) {
      sum *= decay(top - next);
      top = next;
    }
    let x = quad - top;
    sum += select(exp(max(x, vec4f(-104f))), vec4f(), x < vec4f(-104f));
  }
  for (; at < end; at += parts) {
    let score = scores[at];
    if (score > top) {
      sum *= decay(top - score);
      top = score;
      sum.x += 1f;
    } else {
      sum.x += decay(score - top);
    }
  }
  largest[i] = top;
  log_sums[i] = log((sum.x + sum.y) + (sum.z + sum.w));
}
