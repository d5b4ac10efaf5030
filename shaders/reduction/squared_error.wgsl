// One number of the gradient an invocation; the first of each network sums its loss as well.

struct Params {
  networks: u32,
  count: u32,
}

@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> predictions: array<f32>;
@group(0) @binding(2) var<storage, read> targets: array<f32>;
@group(0) @binding(3) var<storage, read_write> losses: array<f32>;
@group(0) @binding(4) var<storage, read_write> gradient: array<f32>;

@compute @workgroup_size(64)
fn main(
  @builtin(workgroup_id) workgroup: vec3u,
  @builtin(num_workgroups) workgroups: vec3u,
  @builtin(local_invocation_index) local: u32,
) {
  let i = (workgroup.y * workgroups.x + workgroup.x) * 64u + local;
  let count = params.count;
  if (i >= params.networks * count) {
    return;
  }
  gradient[i] = 2f / f32(count) * (predictions[i] - targets[i]);
  if (i % count == 0u) {
    var sum = 0f;
    for (var k = i; k < i + count; k += 1u) {
      let error = predictions[k] - targets[k];
      sum += error * error;
    }
    losses[i / count] = sum / f32(count);
  }
}
