// A tile of 32 channels × 64 positions of one image a workgroup, 4 × 4 an invocation: 16 taps of the
// channels' weights, and what they meet at the positions, are brought into workgroup memory at a time,
// zeros outside the image, and read there 64 and 32 times. `convolution` stands in front.

const TALL = 32u;
const WIDE = 64u;
const DEPTH = 16u;

// By tap, then four channels, or four positions, to a vec4.
var<workgroup> left: array<vec4f, 128>;
var<workgroup> right: array<vec4f, 256>;

fn weight(start: u32, channel: u32, tap: u32, taps: u32) -> f32 {
  if (channel >= params.outputs / params.groups || tap >= taps) {
    return 0f;
  }
  return weights[start + channel * taps + tap];
}

// What a tap meets at the position whose window begins in row `top` and column `side`.
fn pixel(plane: u32, tap: u32, taps: u32, top: i32, side: i32) -> f32 {
  let size = params.kernelHeight * params.kernelWidth;
  let row = top + i32(tap % size / params.kernelWidth * params.dilation);
  let column = side + i32(tap % params.kernelWidth * params.dilation);
  let outside = row < 0 || row >= i32(params.height) || column < 0 || column >= i32(params.width);
  if (tap >= taps || outside) {
    return 0f;
  }
  let line = plane + tap / size * params.height + u32(row);
  return image[line * params.width + u32(column)];
}

fn put(start: u32, channel: u32, end: u32, position: u32, sum: vec4f) {
  if (channel >= end) {
    return;
  }
  var shift = 0f;
  if (params.biased == 1u) {
    shift = bias[channel];
  }
  let results = params.outHeight * params.outWidth;
  for (var n = 0u; n < 4u && position + n < results; n++) {
    convolved[start + channel * results + position + n] = sum[n] + shift;
  }
}

@compute @workgroup_size(128)
fn main(
  @builtin(workgroup_id) workgroup: vec3u,
  @builtin(num_workgroups) workgroups: vec3u,
  @builtin(local_invocation_index) local: u32,
) {
  let results = params.outHeight * params.outWidth;
  let inputs = params.inputs / params.groups;
  let outputs = params.outputs / params.groups;
  let taps = inputs * params.kernelHeight * params.kernelWidth;
  let across = (results + WIDE - 1u) / WIDE;
  let down = (outputs + TALL - 1u) / TALL;
  let tile = params.first_workgroup + workgroup.y * workgroups.x + workgroup.x;
  if (tile >= params.batch * params.groups * down * across) {
    return;
  }
  let group = tile / (across * down) % params.groups;
  let item = tile / (across * down * params.groups);
  let low = local % 16u;
  let high = local / 16u;
  let channel = tile / across % down * TALL + high * 4u;
  let position = tile % across * WIDE + low * 4u;

  let filters = group * outputs * taps;
  let plane = (item * params.inputs + group * inputs) * params.height;
  let positions = position + vec4u(0u, 1u, 2u, 3u);
  let top = vec4i(positions / params.outWidth * params.stride) - i32(params.padding);
  let side = vec4i(positions % params.outWidth * params.stride) - i32(params.padding);

  var s0 = vec4f();
  var s1 = vec4f();
  var s2 = vec4f();
  var s3 = vec4f();
  for (var k = 0u; k < taps; k += DEPTH) {
    // Neighbouring invocations read along the weights of a channel, and along the pixels of a row.
    left[low * 8u + high] = vec4f(
      weight(filters, channel, k + low, taps),
      weight(filters, channel + 1u, k + low, taps),
      weight(filters, channel + 2u, k + low, taps),
      weight(filters, channel + 3u, k + low, taps),
    );
    for (var d = high; d < DEPTH; d += 8u) {
      right[d * 16u + low] = vec4f(
        pixel(plane, k + d, taps, top.x, side.x),
        pixel(plane, k + d, taps, top.y, side.y),
        pixel(plane, k + d, taps, top.z, side.z),
        pixel(plane, k + d, taps, top.w, side.w),
      );
    }
    workgroupBarrier();
    for (var d = 0u; d < DEPTH; d++) {
      let x = left[d * 8u + high];
      let y = right[d * 16u + low];
      s0 += x.x * y;
      s1 += x.y * y;
      s2 += x.z * y;
      s3 += x.w * y;
    }
    workgroupBarrier();
  }
  let start = item * params.outputs * results;
  let first = group * outputs + channel;
  let end = (group + 1u) * outputs;
  put(start, first, end, position, s0);
  put(start, first + 1u, end, position, s1);
  put(start, first + 2u, end, position, s2);
  put(start, first + 3u, end, position, s3);
}
