// Maps of four numbers at a time, by the numbers that maps.ts gives them. What `infinity` needs
// stands in front.

// tanh as a quotient of polynomials (Eigen's, by Benoit Steiner): good to a few units of 2⁻²⁴ of its
// value, where WGSL promises no more than 10⁻⁵ and nothing near 0. Past 7.9 it is 1 to 3·10⁻⁷.
fn tanh_of(x: vec4f) -> vec4f {
  let c = clamp(x, vec4f(-7.9053111f), vec4f(7.9053111f));
  let s = c * c;
  var p = s * -2.76076847742355e-16f + 2.00018790482477e-13f;
  p = s * p - 8.60467152213735e-11f;
  p = s * p + 5.12229709037114e-8f;
  p = s * p + 1.48572235717979e-5f;
  p = s * p + 6.37261928875436e-4f;
  p = s * p + 4.89352455891786e-3f;
  var q = s * 1.19825839466702e-6f + 1.18534705686654e-4f;
  q = s * q + 2.26843463243900e-3f;
  q = s * q + 4.89352518554385e-3f;
  return c * p / q;
}

// Below −87 it is as good as 0, and e^−x would overflow.
fn sigmoid_of(x: vec4f) -> vec4f {
  return 1f / (1f + exp(-max(x, vec4f(-87f))));
}

// √(2/π)·(x + 0.044715·x³), twice: ½·(1 + tanh u) is sigmoid(2u), without its cancellation.
fn gelu_argument(x: vec4f) -> vec4f {
  return 1.5957691f * (x + 0.044715f * x * x * x);
}

// Below −10 it is as good as 0; past 10 it is x, and the cube might overflow.
fn gelu_of(x: vec4f) -> vec4f {
  let low = max(x, vec4f(-10f));
  return low * sigmoid_of(gelu_argument(min(low, vec4f(10f))));
}

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

fn mapped(operation: u32, x: vec4f) -> vec4f {
  switch operation {
    case 0u: {
      return x;
    }
    case 1u: {
      return max(x, vec4f());
    }
    case 2u: {
      return tanh_of(x);
    }
    case 3u: {
      return sigmoid_of(x);
    }
    case 4u: {
      return gelu_of(x);
    }
    case 5u: {
      return exp_of(x);
    }
    case 6u: {
      return log_of(x);
    }
    default: {
      return square_of(x);
    }
  }
}

fn slope(operation: u32, x: vec4f) -> vec4f {
  switch operation {
    case 0u: {
      return vec4f(1f);
    }
    case 1u: {
      return select(vec4f(), vec4f(1f), x > vec4f());
    }
    case 2u: {
      let y = tanh_of(x);
      return 1f - y * y;
    }
    case 3u: {
      // The same on both sides of 0; from this one nothing overflows and nothing cancels.
      let e = exp(-min(abs(x), vec4f(87f)));
      return e / ((1f + e) * (1f + e));
    }
    default: {
      let c = clamp(x, vec4f(-10f), vec4f(10f));
      let s = sigmoid_of(gelu_argument(c));
      return s + c * s * (1f - s) * (1.5957691f + 0.21406445f * c * c);
    }
  }
}
