// The curves of recurrent networks, within what float32 holds.

// Beyond ±10 tanh is ±1 in float32; some devices overflow there.
fn bounded_tanh(x: vec4f) -> vec4f {
  return tanh(clamp(x, vec4f(-10f), vec4f(10f)));
}

// The logistic curve. At −80 it is 10⁻³⁵, and its exponential still finite.
fn logistic(x: vec4f) -> vec4f {
  return 1f / (1f + exp(-clamp(x, vec4f(-80f), vec4f(80f))));
}
