// WGSL has no infinity and may assume that none occurs: it is made, and recognised, by its bits.

const INFINITY_BITS = 0x7f800000u;

fn infinity() -> f32 {
  // A variable: as a constant it would be refused.
  var bits = INFINITY_BITS;
  return bitcast<f32>(bits);
}

fn is_infinity(x: f32) -> bool {
  return bitcast<u32>(x) == INFINITY_BITS;
}

// a + b of two numbers from 0 to ∞. It is decided before anything overflows.
fn add_up_to_infinity(a: f32, b: f32) -> f32 {
  if (is_infinity(a) || is_infinity(b) || a > 3.4028234e38f - b) {
    return infinity();
  }
  return a + b;
}
