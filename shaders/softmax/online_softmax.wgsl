// One block of `tile` scores an invocation: it walks them in order and keeps the largest, m, and
// the sum of exponentials relative to it, l, rescaled whenever the maximum moves.

struct Params {
  count: u32,
  tile: u32,
  blocks: u32,
  first: u32,
}

@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> scores: array<f32>;
@group(0) @binding(2) var<storage, read_write> m: array<f32>;
@group(0) @binding(3) var<storage, read_write> l: array<f32>;

@compute @workgroup_size(64)
fn main(
  @builtin(workgroup_id) workgroup: vec3u,
  @builtin(num_workgroups) workgroups: vec3u,
  @builtin(local_invocation_index) local: u32,
) {
  let turn = (workgroup.y * workgroups.x + workgroup.x) * 64u + local;
  if (turn >= params.blocks) {
    return;
  }
  let block = params.first + turn;
  let first = block * params.tile;
  let end = first + min(params.tile, params.count - first);
  // The first score takes the place of −∞, which WGSL need not have.
  var top = scores[first];
  var sum = 1f;
  for (var i = first + 1u; i < end; i++) {
    let score = scores[i];
    if (score > top) {
      sum = sum * decay(top - score) + 1f;
      top = score;
    } else {
      sum += decay(score - top);
    }
  }
  m[block] = top;
  l[block] = sum;
}
