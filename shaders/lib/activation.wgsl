// Activations of four numbers at a time, by the numbers that activation.ts gives them.

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

fn activate(x: vec4f, activation: u32) -> vec4f {
  var y = x;
  switch activation {
    case 1u: {
      y = max(x, vec4f());
    }
    case 2u: {
      y = tanh_of(x);
    }
    case 3u: {
      y = sigmoid_of(x);
    }
    case 4u: {
      y = gelu_of(x);
    }
    default: {
      y = x;
    }
  }
  return y;
}
