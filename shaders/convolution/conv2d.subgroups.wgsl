// As conv2d.three.wgsl, for windows three wide that slide by one pixel, with eight channels of eight
// neighbouring pixels an invocation: of four channels each invocation of a quad loads the weights of
// one and is handed the others. A workgroup takes 32 such blocks of pixels of the same channels.
// `quads`, `pixel`, `convolution` and `convolution_blocks` stand in front.

const BLOCKS = 32u;

// The weights of a row of the window.
fn taps(at: u32) -> vec3f {
  return vec3f(weights[at], weights[at + 1u], weights[at + 2u]);
}

@compute @workgroup_size(BLOCKS)
fn main(
  @builtin(workgroup_id) workgroup: vec3u,
  @builtin(num_workgroups) workgroups: vec3u,
  @builtin(local_invocation_index) local: u32,
  @builtin(subgroup_invocation_id) invocation: u32,
) {
  let across = (params.outWidth + 7u) / 8u;
  let blocks = params.outHeight * across;
  let perChannels = (blocks + BLOCKS - 1u) / BLOCKS;
  let perGroup = params.outputs / params.groups;
  let deep = (perGroup + 7u) / 8u;
  let turn = params.first_workgroup + workgroup.y * workgroups.x + workgroup.x;
  let block = turn % perChannels * BLOCKS + local;
  let rest = turn / perChannels;
  let group = rest / deep % params.groups;
  let item = rest / (deep * params.groups);
  if (item >= params.batch) {
    return;
  }
  let lane = invocation % 4u;
  let x = block % across * 8u;
  let y = block / across;

  let inputs = params.inputs / params.groups;
  let size = inputs * params.kernelHeight * 3u;
  let end = (group + 1u) * perGroup;
  let channel = group * perGroup + rest % deep * 8u;
  // Beyond the last channel of the group the last one is summed again, and not stored; nor is what is
  // beyond the last block, where no invocation may leave its quad early.
  let low = min(channel + lane, end - 1u) * size;
  let high = min(channel + 4u + lane, end - 1u) * size;
  let plane = (item * params.inputs + group * inputs) * params.height;
  let top = y - params.padding;
  let left = x - params.padding;

  // A column for each channel, four pixels in it: the left four and the right four.
  var lowLeft = mat4x4f();
  var lowRight = mat4x4f();
  var highLeft = mat4x4f();
  var highRight = mat4x4f();
  var input = 0u;
  var i = 0u;
  for (var line = 0u; line < inputs * params.kernelHeight; line++) {
    let row = top + i;
    let known = row < params.height;
    let at = (plane + input * params.height + select(0u, row, known)) * params.width;
    let wide = select(0u, params.width, known);
    let a = vec4f(
      pixel(at, left, wide),
      pixel(at, left + 1u, wide),
      pixel(at, left + 2u, wide),
      pixel(at, left + 3u, wide),
    );
    let b = vec4f(
      pixel(at, left + 4u, wide),
      pixel(at, left + 5u, wide),
      pixel(at, left + 6u, wide),
      pixel(at, left + 7u, wide),
    );
    let c = vec2f(pixel(at, left + 8u, wide), pixel(at, left + 9u, wide));
    // The pixels that each of the three taps meets.
    let leftFour = mat3x4f(a, vec4f(a.yzw, b.x), vec4f(a.zw, b.xy));
    let rightFour = mat3x4f(b, vec4f(b.yzw, c.x), vec4f(b.zw, c));
    let lowTaps = quad_of3(taps(low + line * 3u));
    lowLeft += leftFour * lowTaps;
    lowRight += rightFour * lowTaps;
    let highTaps = quad_of3(taps(high + line * 3u));
    highLeft += leftFour * highTaps;
    highRight += rightFour * highTaps;
    i = select(i + 1u, 0u, i + 1u == params.kernelHeight);
    input = select(input, input + 1u, i == 0u);
  }
  if (block >= blocks) {
    return;
  }
  let start = (item * params.outputs * params.outHeight + y) * params.outWidth;
  let order = quad_order(lane);
  // In a loop, since it is long: compilers would write out what is called sixteen times.
  var sums = array(lowLeft, lowRight, highLeft, highRight);
  for (var n = 0u; n < 16u; n++) {
    let part = n / 4u;
    let to = channel + part / 2u * 4u + order[n % 4u];
    put(start, to, end, x + part % 2u * 4u, sums[part][n % 4u]);
  }
}
