// Four times four neighbouring numbers an invocation. The maps stand in front.

struct Params {
  count: u32,
}

@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> inputs: array<vec4f>;
@group(0) @binding(2) var<storage, read_write> outputs: array<vec4f>;

@compute @workgroup_size(64)
fn main(
  @builtin(workgroup_id) workgroup: vec3u,
  @builtin(num_workgroups) workgroups: vec3u,
  @builtin(local_invocation_index) local: u32,
) {
  let first = (workgroup.y * workgroups.x + workgroup.x) * 256u + local;
  let quads = params.count / 4u;
  // No loop where all four are there: it would cost more than most maps.
  if (first + 192u < quads) {
    outputs[first] = mapped(OPERATION, inputs[first]);
    outputs[first + 64u] = mapped(OPERATION, inputs[first + 64u]);
    outputs[first + 128u] = mapped(OPERATION, inputs[first + 128u]);
    outputs[first + 192u] = mapped(OPERATION, inputs[first + 192u]);
    return;
  }
  for (var i = first; i < quads; i += 64u) {
    outputs[i] = mapped(OPERATION, inputs[i]);
  }
}
