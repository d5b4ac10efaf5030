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
