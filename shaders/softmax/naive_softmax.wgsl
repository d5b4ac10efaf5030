// One block of `tile` scores an invocation: Σ e^score as it is, ∞ once it leaves float32. What
// `infinity` needs stands in front.

struct Params {
  count: u32,
  tile: u32,
  blocks: u32,
  first: u32,
}

@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> scores: array<f32>;
@group(0) @binding(2) var<storage, read_write> sums: array<f32>;

// The logarithm of the largest float32, rounded down.
const LARGEST_EXPONENT = 88.72283f;

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
  var sum = 0f;
  for (var i = first; i < end; i++) {
    let score = scores[i];
    if (score > LARGEST_EXPONENT) {
      sum = infinity();
      break;
    }
    // Below −104 the term is less than half the smallest float32, and exp need not be defined.
    sum = add_up_to_infinity(sum, select(exp(max(score, -104f)), 0f, score < -104f));
  }
  sums[block] = sum;
}
