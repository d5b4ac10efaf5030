// Four points of a row an invocation: the activations come by four. `activate` stands in front.

struct Params {
  columns: u32,
  rows: u32,
  neurons: u32,
  left: f32,
  right: f32,
  bottom: f32,
  top: f32,
  activation: u32,
}

@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> weights: array<vec4f>;
@group(0) @binding(2) var<storage, read_write> field: array<f32>;

@compute @workgroup_size(64)
fn main(
  @builtin(workgroup_id) workgroup: vec3u,
  @builtin(num_workgroups) workgroups: vec3u,
  @builtin(local_invocation_index) local: u32,
) {
  let i = (workgroup.y * workgroups.x + workgroup.x) * 64u + local;
  let quads = (params.columns + 3u) / 4u;
  let row = i / quads;
  if (row >= params.rows) {
    return;
  }
  let first = (i % quads) * 4u;
  let columns = vec4f(vec4u(first) + vec4u(0u, 1u, 2u, 3u)) + 0.5f;
  let x = mix(vec4f(params.left), vec4f(params.right), columns / f32(params.columns));
  let y = mix(params.top, params.bottom, (f32(row) + 0.5f) / f32(params.rows));
  var sum = vec4f();
  for (var k = 0u; k < params.neurons; k += 1u) {
    let w = weights[k];
    sum += w.w * activate(w.x * x + w.y * y + w.z, params.activation);
  }
  for (var j = 0u; j < min(4u, params.columns - first); j += 1u) {
    field[row * params.columns + first + j] = sum[j];
  }
}
