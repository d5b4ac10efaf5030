// Threefry-2x32 with 20 rounds, equal bit for bit to threefry2x32 in src/math/random.ts (which
// names the source): a draw is a pure function of (key, counter), on every device the same.

fn threefry2x32(key: vec2u, counter: vec2u) -> vec2u {
  var rotations = array<u32, 8>(13u, 15u, 26u, 6u, 17u, 29u, 16u, 24u);
  var keys = array<u32, 3>(key.x, key.y, 0x1bd11bdau ^ key.x ^ key.y);
  var x = counter + key;
  for (var round = 0u; round < 20u; round++) {
    let by = rotations[round % 8u];
    x.x = x.x + x.y;
    x.y = ((x.y << by) | (x.y >> (32u - by))) ^ x.x;
    if (round % 4u == 3u) {
      let injection = (round + 1u) / 4u;
      x = x + vec2u(keys[injection % 3u], keys[(injection + 1u) % 3u] + injection);
    }
  }
  return x;
}

// A number in [0, 1) on the grid of 2⁻²⁴, as Random.uniform draws it.
fn uniform_from(bits: u32) -> f32 {
  return f32(bits >> 8u) * 5.9604644775390625e-8f;
}
