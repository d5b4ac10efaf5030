// Eight pairs an invocation: neighbours turn neighbouring pairs.

struct Params {
  sequences: u32,
  positions: u32,
  pairs: u32,
  inverse: u32,
}

@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> vectors: array<vec2f>;
@group(0) @binding(2) var<storage, read> cosines: array<f32>;
@group(0) @binding(3) var<storage, read> sines: array<f32>;
@group(0) @binding(4) var<storage, read_write> turned: array<vec2f>;

@compute @workgroup_size(64)
fn main(
  @builtin(workgroup_id) workgroup: vec3u,
  @builtin(num_workgroups) workgroups: vec3u,
  @builtin(local_invocation_index) local: u32,
) {
  let first = (workgroup.y * workgroups.x + workgroup.x) * 512u + local;
  let angles = params.positions * params.pairs;
  let end = min(first + 512u, params.sequences * angles);
  for (var i = first; i < end; i += 64u) {
    let v = vectors[i];
    let cosine = cosines[i % angles];
    let sine = select(sines[i % angles], -sines[i % angles], params.inverse == 1u);
    turned[i] = vec2f(cosine * v.x - sine * v.y, sine * v.x + cosine * v.y);
  }
}
