// One pixel an invocation: the largest weight among the pairs of tokens that the pixel samples, as
// a power of ten. Scores are computed anew for what is in view, so no table of them is ever stored.

struct Params {
  tokens: u32,
  width: u32,
  rows: u32,
  columns: u32,
  samples: u32,
  causal: u32,
}

@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> q: array<f32>;
@group(0) @binding(2) var<storage, read> k: array<f32>;
@group(0) @binding(3) var<storage, read> registers: array<f32>;
@group(0) @binding(4) var<storage, read> queries: array<u32>;
@group(0) @binding(5) var<storage, read> keys: array<u32>;
@group(0) @binding(6) var<storage, read_write> weights: array<f32>;

const LOWEST = -38f;
const LOG10_E = 0.4342944819f;

@compute @workgroup_size(64)
fn main(
  @builtin(workgroup_id) workgroup: vec3u,
  @builtin(num_workgroups) workgroups: vec3u,
  @builtin(local_invocation_index) local: u32,
) {
  let pixel = (workgroup.y * workgroups.x + workgroup.x) * 64u + local;
  if (pixel >= params.rows * params.columns) {
    return;
  }
  let width = params.width;
  let scale = inverseSqrt(f32(width));
  var largest = LOWEST;
  for (var a = 0u; a < params.samples; a++) {
    let i = min(queries[(pixel / params.columns) * params.samples + a], params.tokens - 1u);
    let normalizer = registers[2u * i] + log(registers[2u * i + 1u]);
    for (var b = 0u; b < params.samples; b++) {
      let j = min(keys[(pixel % params.columns) * params.samples + b], params.tokens - 1u);
      if (params.causal == 1u && j > i) {
        continue;
      }
      var score = 0f;
      for (var d = 0u; d < width; d++) {
        score += q[i * width + d] * k[j * width + d];
      }
      largest = max(largest, (score * scale - normalizer) * LOG10_E);
    }
  }
  weights[pixel] = largest;
}
