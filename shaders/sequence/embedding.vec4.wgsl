// As embedding.wgsl, for rows of whole vec4: eight quads of entries an invocation.

struct Params {
  positions: u32,
  vocabulary: u32,
  width: u32,
}

@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> tokens: array<u32>;
@group(0) @binding(2) var<storage, read> table: array<vec4f>;
@group(0) @binding(3) var<storage, read_write> embedded: array<vec4f>;

@compute @workgroup_size(64)
fn main(
  @builtin(workgroup_id) workgroup: vec3u,
  @builtin(num_workgroups) workgroups: vec3u,
  @builtin(local_invocation_index) local: u32,
) {
  let wide = params.width / 4u;
  let first = (workgroup.y * workgroups.x + workgroup.x) * 512u + local;
  let end = min(first + 512u, params.positions * wide);
  // Divided once, then carried on.
  var position = first / wide;
  var column = first % wide;
  let step_position = 64u / wide;
  let step_column = 64u % wide;
  for (var i = first; i < end; i += 64u) {
    let token = tokens[position];
    var entries = vec4f();
    if (token < params.vocabulary) {
      entries = table[token * wide + column];
    }
    embedded[i] = entries;
    position += step_position;
    column += step_column;
    if (column >= wide) {
      column -= wide;
      position++;
    }
  }
}
