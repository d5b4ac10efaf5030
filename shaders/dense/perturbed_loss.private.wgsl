// One perturbed loss an invocation, for adapters on which barriers are slow. Only what the change
// reaches is computed again: one unit of its layer, what that unit adds to the next, and whole
// layers from there on, four units of four samples at a time.

@compute @workgroup_size(64)
fn main(
  @builtin(workgroup_id) workgroup: vec3u,
  @builtin(num_workgroups) workgroups: vec3u,
  @builtin(local_invocation_index) local: u32,
) {
  let i = (workgroup.y * workgroups.x + workgroup.x) * 64u + local;
  if (params.pass_index < params.layers) {
    forward(i);
    return;
  }
  if (i >= params.perturbations) {
    return;
  }
  let width = params.width;
  let size = (width + 1u) * width;
  let last = params.layers - 1u;
  let change = change_of(i);
  var states: array<vec4f, 64>;
  var next: array<vec4f, 64>;
  var loss = vec4f();
  for (var first = 0u; first < params.samples; first += 4u) {
    let reached = moved(change, first);
    if (change.layer == last) {
      for (var unit = 0u; unit < width; unit++) {
        next[unit] = sums_of(last, first, unit);
      }
      next[change.unit] = reached;
    } else {
      let before = sums_of(change.layer, first, change.unit);
      let step = tanh_of(reached) - tanh_of(before);
      let start = (change.layer + 1u) * size + change.unit * width;
      for (var unit = 0u; unit < width; unit++) {
        next[unit] = sums_of(change.layer + 1u, first, unit) + step * parameters[start + unit];
      }
    }
    for (var layer = change.layer + 2u; layer < params.layers; layer++) {
      for (var unit = 0u; unit < width; unit++) {
        states[unit] = tanh_of(next[unit]);
      }
      let start = layer * size;
      for (var unit = 0u; unit < width; unit += 4u) {
        // Units past the last are the last once more, and written first.
        let units = min(unit + FOUR, vec4u(width - 1u));
        let biases = start + width * width + units;
        var a = vec4f(parameters[biases.x]);
        var b = vec4f(parameters[biases.y]);
        var c = vec4f(parameters[biases.z]);
        var d = vec4f(parameters[biases.w]);
        for (var source = 0u; source < width; source++) {
          let row = start + source * width;
          let state = states[source];
          a += parameters[row + units.x] * state;
          b += parameters[row + units.y] * state;
          c += parameters[row + units.z] * state;
          d += parameters[row + units.w] * state;
        }
        next[units.w] = d;
        next[units.z] = c;
        next[units.y] = b;
        next[units.x] = a;
      }
    }
    for (var group = 0u; group < width; group += GROUP) {
      var part = vec4f();
      for (var unit = group; unit < min(group + GROUP, width); unit++) {
        part += loss_of(next[unit], first, unit);
      }
      loss += part;
    }
  }
  losses[i] = mean_of(loss);
}
