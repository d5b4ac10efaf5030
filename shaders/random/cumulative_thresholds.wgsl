// A row an invocation.

struct Params {
  rows: u32,
  classes: u32,
}

@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> probabilities: array<f32>;
@group(0) @binding(2) var<storage, read_write> thresholds: array<u32>;

const MOST = 0xffffffffu;

@compute @workgroup_size(64)
fn main(
  @builtin(workgroup_id) workgroup: vec3u,
  @builtin(num_workgroups) workgroups: vec3u,
  @builtin(local_invocation_index) local: u32,
) {
  let row = (workgroup.y * workgroups.x + workgroup.x) * 64u + local;
  if (row >= params.rows) {
    return;
  }
  var total = 0u;
  for (var i = row * params.classes; i < (row + 1u) * params.classes; i++) {
    let probability = probabilities[i];
    // A product with a power of two is exact; 2³² itself does not fit.
    let units = select(u32(probability * 0x1p32f), MOST, probability >= 1f);
    total += min(units, MOST - total);
    thresholds[i] = total;
  }
}
