// As softmax.wgsl, for rows of whole vec4: four columns at a time.

struct Params {
  rows: u32,
  columns: u32,
}

const PIECE = 128u;

@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> scores: array<vec4f>;
@group(0) @binding(2) var<storage, read_write> probabilities: array<vec4f>;

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
  let wide = params.columns / 4u;
  let start = row * wide;
  let end = start + wide;
  var tops = scores[start];
  for (var i = start; i < end; i++) {
    tops = max(tops, scores[i]);
  }
  let m = max(max(tops.x, tops.y), max(tops.z, tops.w));
  // Summed in pieces: beside the sum of a long row, one exponential would lose its digits.
  var sums = vec4f();
  for (var piece = start; piece < end; piece += PIECE) {
    var part = vec4f();
    for (var i = piece; i < min(piece + PIECE, end); i++) {
      part += exp(scores[i] - m);
    }
    sums += part;
  }
  let share = 1f / ((sums.x + sums.y) + (sums.z + sums.w));
  for (var i = start; i < end; i++) {
    probabilities[i] = exp(scores[i] - m) * share;
  }
}
