// One query an invocation: it meets every key once, and carries the largest score so far, the sum
// of exponentials and the weighted sum of values, rescaled whenever the largest score grows. The
// sizes stand in front.

@group(0) @binding(1) var<storage, read> q: array<f32>;
@group(0) @binding(2) var<storage, read> k: array<f32>;
@group(0) @binding(3) var<storage, read> v: array<f32>;
@group(0) @binding(4) var<storage, read_write> attended: array<f32>;
@group(0) @binding(5) var<storage, read_write> registers: array<f32>;

const WIDEST = 128u;

@compute @workgroup_size(64)
fn main(
  @builtin(workgroup_id) workgroup: vec3u,
  @builtin(num_workgroups) workgroups: vec3u,
  @builtin(local_invocation_index) local: u32,
) {
  let turn = (params.first_workgroup + workgroup.y * workgroups.x + workgroup.x) * 64u + local;
  if (turn >= params.heads * params.rows) {
    return;
  }
  // Where the tokens of its head begin.
  let own = turn / params.rows * params.tokens;
  let i = params.first + turn % params.rows;
  let width = params.width;
  let scale = inverseSqrt(f32(width));
  var query: array<f32, WIDEST>;
  var mixed: array<f32, WIDEST>;
  for (var d = 0u; d < width; d++) {
    query[d] = q[(own + i) * width + d] * scale;
  }

  // The causal mask is where the loop ends: no minus infinity is needed.
  let end = select(params.tokens, i + 1u, params.causal == 1u);
  var m = 0f;
  var l = 0f;
  for (var j = 0u; j < end; j++) {
    var score = 0f;
    for (var d = 0u; d < width; d++) {
      score += query[d] * k[(own + j) * width + d];
    }
    if (j == 0u || score > m) {
      let rescale = select(exp(m - score), 0f, j == 0u);
      l *= rescale;
      for (var d = 0u; d < width; d++) {
        mixed[d] *= rescale;
      }
      m = score;
    }
    let power = exp(score - m);
    l += power;
    for (var d = 0u; d < width; d++) {
      mixed[d] += power * v[(own + j) * width + d];
    }
  }

  for (var d = 0u; d < width; d++) {
    attended[(own + i) * width + d] = mixed[d] / l;
  }
  registers[2u * (own + i)] = m;
  registers[2u * (own + i) + 1u] = l;
}
