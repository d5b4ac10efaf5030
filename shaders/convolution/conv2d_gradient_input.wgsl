// Four channels of eight pixels of a row an invocation, summed in registers. The pixels lie a
// stride apart, so that the same taps meet all of them, with results that are neighbours. All these
// taps, over channels, rows and columns of the window, are one loop. What is given stands in front.

const PIXELS = 8u;

// The taps along a side that meet a pixel: the first, and how many there are, `period` apart.
struct Taps {
  first: u32,
  count: u32,
}

fn tapsOn(pixel: i32, size: u32, period: u32) -> Taps {
  for (var i = 0u; i < min(period, size); i++) {
    if ((pixel - i32(i * params.dilation)) % i32(params.stride) == 0) {
      return Taps(i, (size - 1u - i) / period + 1u);
    }
  }
  return Taps(0u, 0u);
}

// What arrives at result x of the row that begins at `line`; zero where there is none.
fn arriving(line: u32, x: i32, known: bool) -> f32 {
  let column = u32(clamp(x, 0, i32(params.outWidth) - 1));
  return select(0f, upstream[line + column], known && u32(x) == column);
}

fn put(start: u32, channel: u32, end: u32, x: u32, sum: vec4f) {
  if (channel >= end) {
    return;
  }
  let at = start + channel * params.height * params.width;
  for (var n = 0u; n < 4u; n++) {
    let column = x + n * params.stride;
    if (column < params.width) {
      gradient[at + column] = sum[n];
    }
  }
}

@compute @workgroup_size(64)
fn main(
  @builtin(workgroup_id) workgroup: vec3u,
  @builtin(num_workgroups) workgroups: vec3u,
  @builtin(local_invocation_index) local: u32,
) {
  // Blocks of pixels with the same rest by the stride are neighbours.
  let alike = (params.width + params.stride * PIXELS - 1u) / (params.stride * PIXELS);
  let across = alike * params.stride;
  let perGroup = params.inputs / params.groups;
  let deep = (perGroup + 3u) / 4u;
  let block = (params.first_workgroup + workgroup.y * workgroups.x + workgroup.x) * 64u + local;
  if (block >= params.batch * params.groups * deep * params.height * across) {
    return;
  }
  let column = block % across;
  let x = column / alike + column % alike * PIXELS * params.stride;
  let row = block / across % params.height;
  let rest = block / (across * params.height);
  let group = rest / deep % params.groups;
  let item = rest / (deep * params.groups);

  let outputs = params.outputs / params.groups;
  let taps = params.kernelHeight * params.kernelWidth;
  // Beyond the last channel of the group the last one is summed again, and not stored.
  let first = rest % deep * 4u;
  let channels = min(first + vec4u(0u, 1u, 2u, 3u), vec4u(perGroup - 1u)) * taps;
  let plane = (item * params.outputs + group * outputs) * params.outHeight;

  var period = 1u;
  while (period * params.dilation % params.stride != 0u) {
    period++;
  }
  let above = i32(row + params.padding);
  let before = i32(x + params.padding);
  let down = tapsOn(above, params.kernelHeight, period);
  let along = tapsOn(before, params.kernelWidth, period);
  // From one of these taps to the next the result moves back by so much.
  let back = i32(period * params.dilation / params.stride);
  let y = (above - i32(down.first * params.dilation)) / i32(params.stride);
  let near = (before - i32(along.first * params.dilation)) / i32(params.stride);
  let corner = down.first * params.kernelWidth + along.first;

  var s0 = vec4f();
  var s1 = vec4f();
  var s2 = vec4f();
  var s3 = vec4f();
  var t0 = vec4f();
  var t1 = vec4f();
  var t2 = vec4f();
  var t3 = vec4f();
  var output = 0u;
  var i = 0u;
  var j = 0u;
  for (var step = 0u; step < outputs * down.count * along.count; step++) {
    let result = y - i32(i) * back;
    let known = result >= 0 && result < i32(params.outHeight);
    let line = (plane + output * params.outHeight + u32(select(0, result, known))) * params.outWidth;
    let at = near - i32(j) * back;
    let a = vec4f(
      arriving(line, at, known),
      arriving(line, at + 1, known),
      arriving(line, at + 2, known),
      arriving(line, at + 3, known),
    );
    let b = vec4f(
      arriving(line, at + 4, known),
      arriving(line, at + 5, known),
      arriving(line, at + 6, known),
      arriving(line, at + 7, known),
    );
    let tap = corner + (i * params.kernelWidth + j) * period;
    let taken = (group * outputs + output) * perGroup * taps + tap + channels;
    let w = vec4f(weights[taken.x], weights[taken.y], weights[taken.z], weights[taken.w]);
    s0 += w.x * a;
    t0 += w.x * b;
    s1 += w.y * a;
    t1 += w.y * b;
    s2 += w.z * a;
    t2 += w.z * b;
    s3 += w.w * a;
    t3 += w.w * b;
    j = select(j + 1u, 0u, j + 1u == along.count);
    i = select(i, i + 1u, j == 0u);
    output = select(output, output + 1u, i == down.count);
    i = select(i, 0u, i == down.count);
  }
  let start = (item * params.inputs * params.height + row) * params.width;
  let channel = group * perGroup + first;
  let end = (group + 1u) * perGroup;
  let far = x + 4u * params.stride;
  put(start, channel, end, x, s0);
  put(start, channel, end, far, t0);
  put(start, channel + 1u, end, x, s1);
  put(start, channel + 1u, end, far, t1);
  put(start, channel + 2u, end, x, s2);
  put(start, channel + 2u, end, far, t2);
  put(start, channel + 3u, end, x, s3);
  put(start, channel + 3u, end, far, t3);
}
