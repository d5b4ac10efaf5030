// Eight neighbouring entries of the table an invocation: it walks the positions and adds up those
// that looked up its row. Each entry has one writer, so the order of its sum never changes.

struct Params {
  positions: u32,
  vocabulary: u32,
  width: u32,
}

@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> tokens: array<u32>;
@group(0) @binding(2) var<storage, read> upstream: array<f32>;
@group(0) @binding(3) var<storage, read_write> gradient: array<f32>;

@compute @workgroup_size(64)
fn main(
  @builtin(workgroup_id) workgroup: vec3u,
  @builtin(num_workgroups) workgroups: vec3u,
  @builtin(local_invocation_index) local: u32,
) {
  let i = (workgroup.y * workgroups.x + workgroup.x) * 64u + local;
  let pieces = (params.width + 7u) / 8u;
  if (i >= params.vocabulary * pieces) {
    return;
  }
  let token = i / pieces;
  let column = 8u * (i % pieces);
  let a = min(column + vec4u(0u, 1u, 2u, 3u), vec4u(params.width - 1u));
  let b = min(column + vec4u(4u, 5u, 6u, 7u), vec4u(params.width - 1u));
  var low = vec4f();
  var high = vec4f();
  for (var position = 0u; position < params.positions; position++) {
    if (tokens[position] == token) {
      let p = position * params.width + a;
      let q = position * params.width + b;
      low += vec4f(upstream[p.x], upstream[p.y], upstream[p.z], upstream[p.w]);
      high += vec4f(upstream[q.x], upstream[q.y], upstream[q.z], upstream[q.w]);
    }
  }
  let first = token * params.width + column;
  let count = min(8u, params.width - column);
  for (var k = 0u; k < count; k++) {
    gradient[first + k] = select(high[k & 3u], low[k & 3u], k < 4u);
  }
}
