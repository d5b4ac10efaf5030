// The four operations on four numbers at a time, by the numbers that binary.ts gives them.

// WGSL leaves a division by 0 open: it is decided by the bits, as IEEE 754 has it.
fn quotient(a: vec4f, b: vec4f) -> vec4f {
  let zero = b == vec4f();
  let signs = (bitcast<vec4u>(a) ^ bitcast<vec4u>(b)) & vec4u(0x80000000u);
  let bits = select(signs | vec4u(0x7f800000u), vec4u(0x7fc00000u), a == vec4f());
  return select(a / select(b, vec4f(1f), zero), bitcast<vec4f>(bits), zero);
}

fn combined(operation: u32, a: vec4f, b: vec4f) -> vec4f {
  var y = a;
  switch operation {
    case 0u: {
      y = a + b;
    }
    case 1u: {
      y = a - b;
    }
    case 2u: {
      y = a * b;
    }
    default: {
      y = quotient(a, b);
    }
  }
  return y;
}
