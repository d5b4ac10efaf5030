// One row an invocation, in three passes: its largest score, its sum of exponentials, its shares.
// Exponentials are computed twice, which is quicker than to store them and to read them again.

struct Params {
  rows: u32,
  columns: u32,
}

const PIECE = 512u;

@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> scores: array<f32>;
@group(0) @binding(2) var<storage, read_write> probabilities: array<f32>;

@compute @workgroup_size(32)
fn main(
  @builtin(workgroup_id) workgroup: vec3u,
  @builtin(num_workgroups) workgroups: vec3u,
  @builtin(local_invocation_index) local: u32,
) {
  let row = (workgroup.y * workgroups.x + workgroup.x) * 32u + local;
  if (row >= params.rows) {
    return;
  }
  let start = row * params.columns;
  let end = start + params.columns;
  var m = scores[start];
  for (var i = start; i < end; i++) {
    m = max(m, scores[i]);
  }
  // Summed in pieces: beside the sum of a long row, one exponential would lose its digits.
  var sums = vec4f();
  var i = start;
  while (i + 4u <= end) {
    let piece = min(i + PIECE, end);
    var part = vec4f();
    for (; i + 4u <= piece; i += 4u) {
      part += exp(vec4f(scores[i], scores[i + 1u], scores[i + 2u], scores[i + 3u]) - m);
    }
    sums += part;
  }
  for (; i < end; i++) {
    sums.x += exp(scores[i] - m);
  }
  let share = 1f / ((sums.x + sums.y) + (sums.z + sums.w));
  for (i = start; i < end; i++) {
    probabilities[i] = exp(scores[i] - m) * share;
  }
}
