// Sixteen entries of the gradient an invocation; the one that meets the target writes the loss.
// `decay` stands in front.

struct Params {
  rows: u32,
  classes: u32,
  scale: f32,
}

@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> logits: array<f32>;
@group(0) @binding(2) var<storage, read> largest: array<f32>;
@group(0) @binding(3) var<storage, read> log_sums: array<f32>;
@group(0) @binding(4) var<storage, read> targets: array<u32>;
@group(0) @binding(5) var<storage, read_write> losses: array<f32>;
@group(0) @binding(6) var<storage, read_write> gradient: array<f32>;

@compute @workgroup_size(64)
fn main(
  @builtin(workgroup_id) workgroup: vec3u,
  @builtin(num_workgroups) workgroups: vec3u,
  @builtin(local_invocation_index) local: u32,
) {
  let first = (workgroup.y * workgroups.x + workgroup.x) * 1024u + local;
  let end = min(first + 1024u, params.rows * params.classes);
  // Divided once, then carried on.
  var row = first / params.classes;
  var class_number = first % params.classes;
  let step_row = 64u / params.classes;
  let step_class = 64u % params.classes;
  for (var i = first; i < end; i += 64u) {
    let shifted = logits[i] - largest[row];
    let p = decay(min(shifted - log_sums[row], 0f));
    if (class_number == targets[row]) {
      losses[row] = log_sums[row] - shifted;
      gradient[i] = params.scale * (p - 1f);
    } else {
      gradient[i] = params.scale * p;
    }
    row += step_row;
    class_number += step_class;
    if (class_number >= params.classes) {
      class_number -= params.classes;
      row++;
    }
  }
}
