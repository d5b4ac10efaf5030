// What the WGSL of a formula calls (src/math/formula-wgsl.ts).
//
// Sine, cosine and tangent to a few units in the last place for |x| up to about 10⁴, where WGSL
// promises 2⁻¹¹ within ±π. Reduction by π/2 in three parts (Cody and Waite) and the minimax
// polynomials of Cephes' sinf and cosf (S. Moshier).

struct Reduced {
  quadrant: i32,
  rest: f32,
}

fn reduced(x: f32) -> Reduced {
  let turns = round(x * 0.63661975f);
  // π/2 = 1.5703125 + 4.837513e-4 + 7.549790e-8: the first products are exact.
  var rest = x - turns * 1.5703125f;
  rest = rest - turns * 4.837512969970703125e-4f;
  rest = rest - turns * 7.54978995489188216e-8f;
  return Reduced(i32(turns), rest);
}

fn near_sin(x: f32) -> f32 {
  let s = x * x;
  return x + x * s * (-1.6666654611e-1f + s * (8.3321608736e-3f - s * 1.9515295891e-4f));
}

fn near_cos(x: f32) -> f32 {
  let s = x * x;
  let tail = 4.166664568298827e-2f + s * (-1.388731625493765e-3f + s * 2.443315711809948e-5f);
  return 1f - 0.5f * s + s * s * tail;
}

fn quarter_turned(quadrant: i32, rest: f32) -> f32 {
  let size = select(near_sin(rest), near_cos(rest), (quadrant & 1) == 1);
  return select(size, -size, (quadrant & 2) == 2);
}

fn accurate_sin(x: f32) -> f32 {
  let r = reduced(x);
  return quarter_turned(r.quadrant, r.rest);
}

fn accurate_cos(x: f32) -> f32 {
  let r = reduced(x);
  return quarter_turned(r.quadrant + 1, r.rest);
}

fn accurate_tan(x: f32) -> f32 {
  return accurate_sin(x) / accurate_cos(x);
}

// At 10 the next float32 is already 1.
fn bounded_tanh(x: f32) -> f32 {
  return tanh(clamp(x, -10f, 10f));
}
