// e^x for x ≤ 0. Below −104 it is less than half the smallest float32, and exp need not be defined.
fn decay(x: f32) -> f32 {
  return select(exp(max(x, -104f)), 0f, x < -104f);
}
