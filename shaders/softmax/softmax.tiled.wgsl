// One row a workgroup: 128 invocations take every 128th column each, and what they find is put
// together in workgroup memory, as a tree.

struct Params {
  rows: u32,
  columns: u32,
}

@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> scores: array<f32>;
@group(0) @binding(2) var<storage, read_write> probabilities: array<f32>;

const INVOCATIONS = 128u;

var<workgroup> found: array<f32, INVOCATIONS>;

@compute @workgroup_size(128)
fn main(
  @builtin(workgroup_id) workgroup: vec3u,
  @builtin(num_workgroups) workgroups: vec3u,
  @builtin(local_invocation_index) local: u32,
) {
  let row = workgroup.y * workgroups.x + workgroup.x;
  if (row >= params.rows) {
    return;
  }
  let start = row * params.columns;
  let end = start + params.columns;
  var top = scores[start];
  for (var i = start + local; i < end; i += INVOCATIONS) {
    top = max(top, scores[i]);
  }
  found[local] = top;
  workgroupBarrier();
  for (var half = INVOCATIONS / 2u; half > 0u; half /= 2u) {
    if (local < half) {
      found[local] = max(found[local], found[local + half]);
    }
    workgroupBarrier();
  }
  let m = found[0];
  workgroupBarrier();

  var sum = 0f;
  for (var i = start + local; i < end; i += INVOCATIONS) {
    sum += exp(scores[i] - m);
  }
  found[local] = sum;
  workgroupBarrier();
  for (var half = INVOCATIONS / 2u; half > 0u; half /= 2u) {
    if (local < half) {
      found[local] += found[local + half];
    }
    workgroupBarrier();
  }
  let share = 1f / found[0];
  for (var i = start + local; i < end; i += INVOCATIONS) {
    probabilities[i] = exp(scores[i] - m) * share;
  }
}
