// Four channels of results by four taps an invocation, summed in registers over one part of the
// rows of results: what arrives at a position serves four taps, a pixel four channels. Rows, images
// and positions are one loop. What is given stands in front.

fn put(start: u32, channel: u32, end: u32, tap: u32, taps: u32, sum: vec4f) {
  if (channel >= end) {
    return;
  }
  let at = start + channel * taps + tap;
  for (var n = 0u; n < min(4u, taps - tap); n++) {
    gradient[at + n] = sum[n];
  }
}

@compute @workgroup_size(64)
fn main(
  @builtin(workgroup_id) workgroup: vec3u,
  @builtin(num_workgroups) workgroups: vec3u,
  @builtin(local_invocation_index) local: u32,
) {
  let inputs = params.inputs / params.groups;
  let outputs = params.outputs / params.groups;
  let size = params.kernelHeight * params.kernelWidth;
  let taps = inputs * size;
  let across = (taps + 3u) / 4u;
  let deep = (outputs + 3u) / 4u;
  let block = (params.first_workgroup + workgroup.y * workgroups.x + workgroup.x) * 64u + local;
  if (block >= params.parts * params.groups * deep * across) {
    return;
  }
  let tap = block % across * 4u;
  let first = block / across % deep * 4u;
  let group = block / (across * deep) % params.groups;
  let part = block / (across * deep * params.groups);

  // Beyond the last channel of the group and the last tap these are summed again, and not stored.
  let planes = group * outputs + min(first + vec4u(0u, 1u, 2u, 3u), vec4u(outputs - 1u));
  let taken = min(tap + vec4u(0u, 1u, 2u, 3u), vec4u(taps - 1u));
  let lines = (group * inputs + taken / size) * params.height;
  let rise = vec4i(taken % size / params.kernelWidth * params.dilation) - i32(params.padding);
  let shift = vec4i(taken % params.kernelWidth * params.dilation) - i32(params.padding);
  let bottom = vec4i(i32(params.height) - 1);
  let right = vec4i(i32(params.width) - 1);

  let rows = params.batch * params.outHeight;
  let each = (rows + params.parts - 1u) / params.parts;
  let start = min(part * each, rows);
  let end = min(start + each, rows);
  var s0 = vec4f();
  var s1 = vec4f();
  var s2 = vec4f();
  var s3 = vec4f();
  var row = start;
  var x = 0u;
  for (var step = 0u; step < (end - start) * params.outWidth; step++) {
    let item = row / params.outHeight;
    let y = row % params.outHeight;
    let results = (item * params.outputs + planes) * params.outHeight + y;
    let at = results * params.outWidth + x;
    let above = rise + i32(y * params.stride);
    let left = shift + i32(x * params.stride);
    let inside = clamp(above, vec4i(0), bottom);
    let within = clamp(left, vec4i(0), right);
    let line = item * params.inputs * params.height + lines + vec4u(inside);
    let pixel = line * params.width + vec4u(within);
    let seen = select(
      vec4f(),
      vec4f(image[pixel.x], image[pixel.y], image[pixel.z], image[pixel.w]),
      (above == inside) & (left == within),
    );
    s0 += upstream[at.x] * seen;
    s1 += upstream[at.y] * seen;
    s2 += upstream[at.z] * seen;
    s3 += upstream[at.w] * seen;
    x = select(x + 1u, 0u, x + 1u == params.outWidth);
    row = select(row, row + 1u, x == 0u);
  }
  let to = part * params.outputs * taps;
  let channel = group * outputs + first;
  let last = (group + 1u) * outputs;
  put(to, channel, last, tap, taps, s0);
  put(to, channel + 1u, last, tap, taps, s1);
  put(to, channel + 2u, last, tap, taps, s2);
  put(to, channel + 3u, last, tap, taps, s3);
}
