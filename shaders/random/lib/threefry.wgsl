// Threefry-2x32 with 20 rounds, equal bit for bit to threefry2x32 in src/math/random.ts (which
// names the source): a draw is a pure function of (key, counter), on every device the same. The
// rounds are written out: arrays indexed by a variable cost ten times as much on some devices.

fn threefry_round(x: vec2u, by: u32) -> vec2u {
  let sum = x.x + x.y;
  return vec2u(sum, ((x.y << by) | (x.y >> (32u - by))) ^ sum);
}

fn threefry_even(x: vec2u) -> vec2u {
  return threefry_round(threefry_round(threefry_round(threefry_round(x, 13u), 15u), 26u), 6u);
}

fn threefry_odd(x: vec2u) -> vec2u {
  return threefry_round(threefry_round(threefry_round(threefry_round(x, 17u), 29u), 16u), 24u);
}

fn threefry2x32(key: vec2u, counter: vec2u) -> vec2u {
  let parity = 0x1bd11bdau ^ key.x ^ key.y;
  var x = counter + key;
  x = threefry_even(x) + vec2u(key.y, parity + 1u);
  x = threefry_odd(x) + vec2u(parity, key.x + 2u);
  x = threefry_even(x) + vec2u(key.x, key.y + 3u);
  x = threefry_odd(x) + vec2u(key.y, parity + 4u);
  return threefry_even(x) + vec2u(parity, key.x + 5u);
}

// A number in [0, 1) on the grid of 2⁻²⁴, as Random.uniform draws it.
fn uniform_from(bits: u32) -> f32 {
  return f32(bits >> 8u) * 5.9604644775390625e-8f;
}
