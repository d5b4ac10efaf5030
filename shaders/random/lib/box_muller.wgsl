// Both halves of Box and Muller's method: r² = 2·minus_log_of_rest(u), and the cosine of a turn.
// `quarter_turned` of src/math/formula.wgsl stands in front.

// −ln(1 − u). Near 0 the built-in logarithm has no relative precision left, the series of
// 2·artanh(u / (2 − u)) has.
fn minus_log_of_rest(u: f32) -> f32 {
  let s = u / (2f - u);
  let q = s * s;
  let series = 2f * s * (1f + q * (1f / 3f + q * (0.2f + q * (1f / 7f + q * (1f / 9f)))));
  return select(-log(1f - u), series, u < 0.3f);
}

// cos(2πu): the nearest quarter of the turn is taken off exactly.
fn cosine_of_turn(u: f32) -> f32 {
  let quarters = round(4f * u);
  return quarter_turned(i32(quarters) + 1, (u - 0.25f * quarters) * 6.2831855f);
}
