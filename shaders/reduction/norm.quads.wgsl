// Four neighbouring parts an invocation, for parts and rows of whole vec4: neighbours read neighbours.
// `squares` stands in front.

struct Params {
  rows: u32,
  length: u32,
  parts: u32,
}

@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> values: array<vec4f>;
@group(0) @binding(2) var<storage, read_write> norms: array<vec4f>;

@compute @workgroup_size(64)
fn main(
  @builtin(workgroup_id) workgroup: vec3u,
  @builtin(num_workgroups) workgroups: vec3u,
  @builtin(local_invocation_index) local: u32,
) {
  let i = (workgroup.y * workgroups.x + workgroup.x) * 64u + local;
  let parts = params.parts / 4u;
  if (i >= params.rows * parts) {
    return;
  }
  let row = i / parts * (params.length / 4u);
  let end = row + params.length / 4u;
  var s = Squares();
  for (var at = row + i % parts; at < end; at += parts) {
    s = added(s, values[at]);
  }
  norms[i] = vec4f(
    root_of(s.large.x, s.middle.x, s.small.x, s.bits.x),
    root_of(s.large.y, s.middle.y, s.small.y, s.bits.y),
    root_of(s.large.z, s.middle.z, s.small.z, s.bits.z),
    root_of(s.large.w, s.middle.w, s.small.w, s.bits.w),
  );
}
