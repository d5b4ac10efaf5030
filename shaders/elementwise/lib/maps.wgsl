// Maps of four numbers at a time, by the numbers that maps.ts gives them. `infinity` and the
// activations stand in front.

// Past 88.72 the result is not a float32; below −104 it is less than half the smallest.
fn exp_of(x: vec4f) -> vec4f {
  let y = select(exp(clamp(x, vec4f(-104f), vec4f(88.72283f))), vec4f(), x < vec4f(-104f));
  return select(y, vec4f(infinity()), x > vec4f(88.72283f));
}

fn not_a_number() -> f32 {
  var bits = 0x7fc00000u;
  return bitcast<f32>(bits);
}

// A device may take subnormal numbers for 0: they are m·2⁻¹⁴⁹, with m in their bits.
fn log_of(x: vec4f) -> vec4f {
  let bits = bitcast<vec4u>(x);
  let subnormal = bits < vec4u(0x00800000u);
  let y = log(select(x, vec4f(bits), subnormal)) - select(vec4f(), vec4f(103.27893f), subnormal);
  let at_zero = select(y, vec4f(-infinity()), (bits & vec4u(0x7fffffffu)) == vec4u(0u));
  return select(at_zero, vec4f(not_a_number()), bits > vec4u(0x80000000u));
}

fn square_of(x: vec4f) -> vec4f {
  return select(x * x, vec4f(infinity()), abs(x) > vec4f(1.8446743e19f));
}

// One way out of a switch: software adapters keep account of who has left and who is still there.
fn mapped(operation: u32, x: vec4f) -> vec4f {
  var y = x;
  switch operation {
    case 5u: {
      y = exp_of(x);
    }
    case 6u: {
      y = log_of(x);
    }
    case 7u: {
      y = square_of(x);
    }
    default: {
      y = activate(x, operation);
    }
  }
  return y;
}

fn slope(operation: u32, x: vec4f) -> vec4f {
  var y = vec4f(1f);
  switch operation {
    case 0u: {
      y = vec4f(1f);
    }
    case 1u: {
      y = select(vec4f(), vec4f(1f), x > vec4f());
    }
    case 2u: {
      let t = tanh_of(x);
      y = 1f - t * t;
    }
    case 3u: {
      // The same on both sides of 0; from this one nothing overflows and nothing cancels.
      let e = exp(-min(abs(x), vec4f(87f)));
      y = e / ((1f + e) * (1f + e));
    }
    default: {
      let c = clamp(x, vec4f(-10f), vec4f(10f));
      let s = sigmoid_of(gelu_argument(c));
      y = s + c * s * (1f - s) * (1.5957691f + 0.21406445f * c * c);
    }
  }
  return y;
}
