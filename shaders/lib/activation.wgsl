// Activations by number, as in activation.ts.

const TANH_SATURATES = 10f;

fn activate(x: vec4f, activation: u32) -> vec4f {
  switch activation {
    case 1u: {
      return max(x, vec4f());
    }
    case 2u: {
      // Beyond ±10 tanh is ±1 in float32; some devices overflow there.
      return tanh(clamp(x, vec4f(-TANH_SATURATES), vec4f(TANH_SATURATES)));
    }
    case 3u: {
      return 1f / (1f + exp(-clamp(x, vec4f(-80f), vec4f(80f))));
    }
    case 4u: {
      let inner = 1.59576912f * (x + 0.044715f * x * x * x);
      return x / (1f + exp(-clamp(inner, vec4f(-80f), vec4f(80f))));
    }
    default: {
      return x;
    }
  }
}
