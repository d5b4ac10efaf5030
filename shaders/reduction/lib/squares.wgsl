// Sums of squares on three scales (Blue, 1978): those of numbers past 2⁵² after 2⁻⁷⁶, those of numbers
// below 2⁻⁶³ after 2⁷⁵, so that none of them overflows or is lost. What `infinity` needs stands in
// front.

const LARGE = 4503599627370496f;
const SMALL = 1.0842021724855044e-19f;
const SHRINK = 1.3234889800848443e-23f;
const ENLARGE = 37778931862957161709568f;

struct Squares {
  large: vec4f,
  middle: vec4f,
  small: vec4f,
  // The largest bits without their sign: infinities and NaN are told from them.
  bits: vec4u,
}

fn added(squares: Squares, x: vec4f) -> Squares {
  let size = abs(x);
  let is_large = size > vec4f(LARGE);
  let is_small = size < vec4f(SMALL);
  let large = select(vec4f(), x * SHRINK, is_large);
  let middle = select(x, vec4f(), is_large | is_small);
  let small = select(vec4f(), x * ENLARGE, is_small);
  return Squares(
    squares.large + large * large,
    squares.middle + middle * middle,
    squares.small + small * small,
    max(squares.bits, bitcast<vec4u>(x) & vec4u(0x7fffffffu)),
  );
}

// The root of sums on the three scales; `most` are the largest bits among the numbers.
fn root_of(large: f32, middle: f32, small: f32, most: u32) -> f32 {
  if (most > INFINITY_BITS) {
    var bits = 0x7fc00000u;
    return bitcast<f32>(bits);
  }
  if (most == INFINITY_BITS) {
    return infinity();
  }
  if (large > 0f) {
    let root = sqrt(large + middle * SHRINK * SHRINK);
    return select(root * ENLARGE * 2f, infinity(), root > 4503599358935040f);
  }
  if (middle > 0f) {
    return sqrt(middle + small / ENLARGE / ENLARGE);
  }
  return sqrt(small) / ENLARGE;
}
