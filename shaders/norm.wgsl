// One part an invocation. Squares are summed on three scales (Blue, 1978): those of numbers past 2⁵²
// after 2⁻⁷⁶, those of numbers below 2⁻⁶³ after 2⁷⁵, so that none of them overflows or is lost. What
// `infinity` needs stands in front.

struct Params {
  rows: u32,
  length: u32,
  parts: u32,
}

@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> values: array<f32>;
@group(0) @binding(2) var<storage, read_write> norms: array<f32>;

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

fn total(v: vec4f) -> f32 {
  return (v.x + v.y) + (v.z + v.w);
}

fn norm_of(squares: Squares) -> f32 {
  let most = max(max(squares.bits.x, squares.bits.y), max(squares.bits.z, squares.bits.w));
  if (most > INFINITY_BITS) {
    var bits = 0x7fc00000u;
    return bitcast<f32>(bits);
  }
  if (most == INFINITY_BITS) {
    return infinity();
  }
  let large = total(squares.large);
  let middle = total(squares.middle);
  let small = total(squares.small);
  if (large > 0f) {
    let root = sqrt(large + middle * SHRINK * SHRINK);
    return select(root * ENLARGE * 2f, infinity(), root > 4503599358935040f);
  }
  if (middle > 0f) {
    return sqrt(middle + small / ENLARGE / ENLARGE);
  }
  return sqrt(small) / ENLARGE;
}

@compute @workgroup_size(64)
fn main(
  @builtin(workgroup_id) workgroup: vec3u,
  @builtin(num_workgroups) workgroups: vec3u,
  @builtin(local_invocation_index) local: u32,
) {
  let i = (workgroup.y * workgroups.x + workgroup.x) * 64u + local;
  let parts = params.parts;
  if (i >= params.rows * parts) {
    return;
  }
  let row = i / parts * params.length;
  let end = row + params.length;
  var at = row + i % parts;
  var squares = Squares();
  for (; at + 3u * parts < end; at += 4u * parts) {
    let quad = vec4f(
      values[at],
      values[at + parts],
      values[at + 2u * parts],
      values[at + 3u * parts],
    );
    squares = added(squares, quad);
  }
  for (; at < end; at += parts) {
    squares = added(squares, vec4f(values[at], 0f, 0f, 0f));
  }
  norms[i] = norm_of(squares);
}
