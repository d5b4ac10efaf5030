// One perturbed loss a workgroup, one unit an invocation: the activations of a layer are handed on
// in workgroup memory.

var<workgroup> states: array<vec4f, 65>;
var<workgroup> shares: array<f32, 64>;

@compute @workgroup_size(64)
fn main(
  @builtin(workgroup_id) workgroup: vec3u,
  @builtin(num_workgroups) workgroups: vec3u,
  @builtin(local_invocation_index) unit: u32,
) {
  let i = params.first_workgroup + workgroup.y * workgroups.x + workgroup.x;
  // Workgroups past the last do the last once more, so that all reach every barrier.
  let job = min(i, params.perturbations - 1u);
  let width = params.width;
  let size = (width + 1u) * width;
  let changed = which[job];
  let change = by[job];
  let works = unit < width;
  var share = 0f;
  for (var first = 0u; first < params.samples; first += 4u) {
    workgroupBarrier();
    if (works) {
      states[unit] = inputs_of(first, unit);
    }
    states[width] = vec4f(1f);
    var state = vec4f();
    for (var layer = 0u; layer < params.layers; layer++) {
      workgroupBarrier();
      let start = layer * size;
      if (works) {
        state = vec4f();
        for (var source = 0u; source <= width; source++) {
          state += parameters[start + source * width + unit] * states[source];
        }
        let inside = changed - start;
        if (changed >= start && inside < size && inside % width == unit) {
          state += change * states[inside / width];
        }
        if (layer + 1u < params.layers) {
          state = tanh_of(state);
        }
      }
      workgroupBarrier();
      if (works) {
        states[unit] = state;
      }
    }
    if (works) {
      share += loss_of(state, first, unit);
    }
  }
  shares[unit] = share;
  workgroupBarrier();
  if (unit == 0u && i < params.perturbations) {
    var loss = 0f;
    for (var k = 0u; k < width; k++) {
      loss += shares[k];
    }
    losses[job] = loss / f32(params.samples);
  }
}
