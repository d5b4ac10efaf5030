// Eight entries of the looked-up rows an invocation.

struct Params {
  positions: u32,
  vocabulary: u32,
  width: u32,
}

@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> tokens: array<u32>;
@group(0) @binding(2) var<storage, read> table: array<f32>;
@group(0) @binding(3) var<storage, read_write> embedded: array<f32>;

@compute @workgroup_size(64)
fn main(
  @builtin(workgroup_id) workgroup: vec3u,
  @builtin(num_workgroups) workgroups: vec3u,
  @builtin(local_invocation_index) local: u32,
) {
  let first = (workgroup.y * workgroups.x + workgroup.x) * 512u + local;
  let end = min(first + 512u, params.positions * params.width);
  // Divided once, then carried on.
  var position = first / params.width;
  var column = first % params.width;
  let step_position = 64u / params.width;
  let step_column = 64u % params.width;
  for (var i = first; i < end; i += 64u) {
    let token = tokens[position];
    var entry = 0f;
    if (token < params.vocabulary) {
      entry = table[token * params.width + column];
    }
    embedded[i] = entry;
    position += step_position;
    column += step_column;
    if (column >= params.width) {
      column -= params.width;
      position++;
    }
  }
}
