enable subgroups;

// What the four invocations of a quad hold, a column each: the own first. Column n of the invocation
// with number i in its quad comes from number i ^ n, which is a single shuffle; broadcasts take more.
fn quad_of(own: vec4f) -> mat4x4f {
  return mat4x4f(own, quadSwapX(own), quadSwapY(own), quadSwapDiagonal(own));
}

fn quad_of3(own: vec3f) -> mat4x3f {
  return mat4x3f(own, quadSwapX(own), quadSwapY(own), quadSwapDiagonal(own));
}

// The numbers in its quad of those that `quad_of` has in its columns, given the own.
fn quad_order(lane: u32) -> vec4u {
  return vec4u(lane) ^ vec4u(0u, 1u, 2u, 3u);
}

// Each invocation has, in the order of `quad_of`, a column for every one of its quad; it is given
// those meant for it, by the numbers of those who had them.
fn quad_exchange(own: mat4x4f, lane: u32) -> mat4x4f {
  let a = own[0];
  let b = quadSwapX(own[1]);
  let c = quadSwapY(own[2]);
  let d = quadSwapDiagonal(own[3]);
  let isOdd = lane % 2u == 1u;
  let low = array(select(a, b, isOdd), select(b, a, isOdd));
  let high = array(select(c, d, isOdd), select(d, c, isOdd));
  let isHigh = lane > 1u;
  return mat4x4f(
    select(low[0], high[0], isHigh),
    select(low[1], high[1], isHigh),
    select(high[0], low[0], isHigh),
    select(high[1], low[1], isHigh),
  );
}

// Whether the quad is four neighbours in their order: so it is on all devices known, but WGSL leaves
// it open.
fn are_neighbours(local: u32) -> bool {
  let quad = vec4u(
    quadBroadcast(local, 0u),
    quadBroadcast(local, 1u),
    quadBroadcast(local, 2u),
    quadBroadcast(local, 3u),
  );
  return all(quad == local - local % 4u + vec4u(0u, 1u, 2u, 3u));
}
