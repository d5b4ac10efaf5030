// One perturbed loss a workgroup, one unit an invocation: the activations of a layer are handed on
// in workgroup memory.

var<workgroup> states: array<vec4f, 64>;
var<workgroup> shares: array<vec4f, 64>;

@compute @workgroup_size(64)
fn main(
  @builtin(workgroup_id) workgroup: vec3u,
  @builtin(num_workgroups) workgroups: vec3u,
  @builtin(local_invocation_index) unit: u32,
) {
  let i = workgroup.y * workgroups.x + workgroup.x;
  if (params.pass_index < params.layers) {
    forward(i * 64u + unit);
    return;
  }
  // Workgroups past the last do the last once more, so that all reach every barrier.
  let job = min(i, params.perturbations - 1u);
  let width = params.width;
  let change = change_of(job);
  let works = unit < width;
  var share = vec4f();
  for (var first = 0u; first < params.samples; first += 4u) {
    var state = vec4f();
    for (var layer = 0u; layer < params.layers; layer++) {
      if (works) {
        if (layer == change.layer) {
          state = sums_of(layer, first, unit);
          if (unit == change.unit) {
            state = moved(change, first);
          }
        } else if (layer > change.layer) {
          let start = layer * (width + 1u) * width + unit;
          state = vec4f(parameters[start + width * width]);
          for (var source = 0u; source < width; source++) {
            state += parameters[start + source * width] * states[source];
          }
        }
      }
      workgroupBarrier();
      if (works) {
        states[unit] = tanh_of(state);
      }
      workgroupBarrier();
    }
    if (works) {
      share += loss_of(state, first, unit);
    }
  }
  shares[unit] = share;
  workgroupBarrier();
  if (unit == 0u && i < params.perturbations) {
    var loss = vec4f();
    for (var group = 0u; group < width; group += GROUP) {
      var part = vec4f();
      for (var k = group; k < min(group + GROUP, width); k++) {
        part += shares[k];
      }
      loss += part;
    }
    losses[job] = mean_of(loss);
  }
}
