// One perturbed loss an invocation, for adapters on which barriers are slow: four units of four
// samples at a time.

@compute @workgroup_size(64)
fn main(
  @builtin(workgroup_id) workgroup: vec3u,
  @builtin(num_workgroups) workgroups: vec3u,
  @builtin(local_invocation_index) local: u32,
) {
  let group = params.first_workgroup + workgroup.y * workgroups.x + workgroup.x;
  // Invocations past the last do the last once more: idle ones would make loads slower for all.
  let job = min(group * 64u + local, params.perturbations - 1u);
  let width = params.width;
  let size = (width + 1u) * width;
  let changed = which[job];
  let change = by[job];
  var states: array<vec4f, 65>;
  var next: array<vec4f, 64>;
  var loss = 0f;
  for (var first = 0u; first < params.samples; first += 4u) {
    for (var unit = 0u; unit < width; unit++) {
      states[unit] = inputs_of(first, unit);
    }
    states[width] = vec4f(1f);
    for (var layer = 0u; layer < params.layers; layer++) {
      let start = layer * size;
      let inside = changed - start;
      let here = changed >= start && inside < size;
      for (var unit = 0u; unit < width; unit += 4u) {
        let units = min(unit + FOUR, vec4u(width - 1u));
        var a = vec4f();
        var b = vec4f();
        var c = vec4f();
        var d = vec4f();
        for (var source = 0u; source <= width; source++) {
          let row = start + source * width;
          let state = states[source];
          a += parameters[row + units.x] * state;
          b += parameters[row + units.y] * state;
          c += parameters[row + units.z] * state;
          d += parameters[row + units.w] * state;
        }
        // Units past the last are the last once more, and written first.
        next[units.w] = d;
        next[units.z] = c;
        next[units.y] = b;
        next[units.x] = a;
      }
      if (here) {
        next[inside % width] += change * states[inside / width];
      }
      let hidden = layer + 1u < params.layers;
      for (var unit = 0u; unit < width; unit++) {
        if (hidden) {
          states[unit] = tanh_of(next[unit]);
        } else {
          loss += loss_of(next[unit], first, unit);
        }
      }
    }
  }
  losses[job] = loss / f32(params.samples);
}
