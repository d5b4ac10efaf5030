// One part an invocation, four of its numbers at a time. `squares` stands in front.

struct Params {
  rows: u32,
  length: u32,
  parts: u32,
}

@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> values: array<f32>;
@group(0) @binding(2) var<storage, read_write> norms: array<f32>;

fn total(v: vec4f) -> f32 {
  return (v.x + v.y) + (v.z + v.w);
}

@compute @workgroup_size(64)
fn main(
  @builtin(workgroup_id) workgroup: vec3u,
  @builtin(num_workgroups) workgroups: vec3u,
  @builtin(local_invocation_index) local: u32,
) {
  let i = (workgroup.y * workgroups.x + workgroup.x) * 64u + local;
  let parts = params.parts;
  if (i >= params.rows * parts) {
    return;
  }
  let row = i / parts * params.length;
  let end = row + params.length;
  var at = row + i % parts;
  var squares = Squares();
  for (; at + 3u * parts < end; at += 4u * parts) {
    let quad = vec4f(
      values[at],
      values[at + parts],
      values[at + 2u * parts],
      values[at + 3u * parts],
    );
    squares = added(squares, quad);
  }
  for (; at < end; at += parts) {
    squares = added(squares, vec4f(values[at], 0f, 0f, 0f));
  }
  let most = max(max(squares.bits.x, squares.bits.y), max(squares.bits.z, squares.bits.w));
  norms[i] = root_of(total(squares.large), total(squares.middle), total(squares.small), most);
}
