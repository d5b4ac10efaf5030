// As rope.wgsl, for an even number of pairs: two pairs at once, eight times an invocation.

struct Params {
  sequences: u32,
  positions: u32,
  pairs: u32,
  inverse: u32,
}

@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> vectors: array<vec4f>;
@group(0) @binding(2) var<storage, read> cosines: array<vec2f>;
@group(0) @binding(3) var<storage, read> sines: array<vec2f>;
@group(0) @binding(4) var<storage, read_write> turned: array<vec4f>;

@compute @workgroup_size(64)
fn main(
  @builtin(workgroup_id) workgroup: vec3u,
  @builtin(num_workgroups) workgroups: vec3u,
  @builtin(local_invocation_index) local: u32,
) {
  let first = (workgroup.y * workgroups.x + workgroup.x) * 512u + local;
  let angles = params.positions * params.pairs / 2u;
  let end = min(first + 512u, params.sequences * angles);
  let sign = select(1f, -1f, params.inverse == 1u);
  // Divided once, then carried on.
  var angle = first % angles;
  let step = 64u % angles;
  for (var i = first; i < end; i += 64u) {
    let v = vectors[i];
    let cosine = cosines[angle];
    let sine = sign * sines[angle];
    let x = cosine * v.xz - sine * v.yw;
    let y = sine * v.xz + cosine * v.yw;
    turned[i] = vec4f(x.x, y.x, x.y, y.y);
    angle += step;
    angle = select(angle, angle - angles, angle >= angles);
  }
}
