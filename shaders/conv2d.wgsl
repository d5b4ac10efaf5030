// Four channels of eight neighbouring pixels an invocation, summed in registers: a pixel that is
// loaded serves four channels, a weight eight pixels. All taps, over channels, rows and columns of
// the window, are one loop, since every loop that carries the sums costs more than it counts.

struct Params {
  batch: u32,
  inputs: u32,
  outputs: u32,
  groups: u32,
  height: u32,
  width: u32,
  outHeight: u32,
  outWidth: u32,
  kernelHeight: u32,
  kernelWidth: u32,
  stride: u32,
  padding: u32,
  dilation: u32,
  biased: u32,
  first_workgroup: u32,
}

@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> image: array<f32>;
@group(0) @binding(2) var<storage, read> weights: array<f32>;
@group(0) @binding(3) var<storage, read> bias: array<f32>;
@group(0) @binding(4) var<storage, read_write> convolved: array<f32>;

// The pixel in column x of the row of the image that begins at `line`; zero outside the image.
fn pixel(line: u32, x: i32, known: bool) -> f32 {
  let column = u32(clamp(x, 0, i32(params.width) - 1));
  return select(0f, image[line + column], known && u32(x) == column);
}

fn put(start: u32, channel: u32, end: u32, x: u32, sum: vec4f) {
  if (channel >= end || x >= params.outWidth) {
    return;
  }
  var shift = 0f;
  if (params.biased == 1u) {
    shift = bias[channel];
  }
  let at = start + channel * params.outHeight * params.outWidth + x;
  for (var i = 0u; i < min(4u, params.outWidth - x); i++) {
    convolved[at + i] = sum[i] + shift;
  }
}

@compute @workgroup_size(64)
fn main(
  @builtin(workgroup_id) workgroup: vec3u,
  @builtin(num_workgroups) workgroups: vec3u,
  @builtin(local_invocation_index) local: u32,
) {
  let across = (params.outWidth + 7u) / 8u;
  let perGroup = params.outputs / params.groups;
  let deep = (perGroup + 3u) / 4u;
  let all = params.batch * params.groups * deep * params.outHeight * across;
  let block = (params.first_workgroup + workgroup.y * workgroups.x + workgroup.x) * 64u + local;
  if (block >= all) {
    return;
  }
  let x = block % across * 8u;
  let y = block / across % params.outHeight;
  let rest = block / (across * params.outHeight);
  let group = rest / deep % params.groups;
  let item = rest / (deep * params.groups);

  let inputs = params.inputs / params.groups;
  let taps = params.kernelHeight * params.kernelWidth;
  let end = (group + 1u) * perGroup;
  let channel = group * perGroup + rest % deep * 4u;
  // Beyond the last channel of the group the last one is summed again, and not stored.
  let filters = min(channel + vec4u(0u, 1u, 2u, 3u), vec4u(end - 1u)) * inputs * taps;
  let plane = (item * params.inputs + group * inputs) * params.height;
  let top = i32(y * params.stride) - i32(params.padding);
  let left = i32(x * params.stride) - i32(params.padding);
  let near = vec4i(0, 1, 2, 3) * i32(params.stride);

  var s0 = vec4f();
  var s1 = vec4f();
  var s2 = vec4f();
  var s3 = vec4f();
  var t0 = vec4f();
  var t1 = vec4f();
  var t2 = vec4f();
  var t3 = vec4f();
  var input = 0u;
  var i = 0u;
  var j = 0u;
  for (var tap = 0u; tap < inputs * taps; tap++) {
    let row = top + i32(i * params.dilation);
    let known = row >= 0 && row < i32(params.height);
    let line = (plane + input * params.height + u32(select(0, row, known))) * params.width;
    let to = left + i32(j * params.dilation) + near;
    let far = to + vec4i(4 * i32(params.stride));
    let a = vec4f(
      pixel(line, to.x, known),
      pixel(line, to.y, known),
      pixel(line, to.z, known),
      pixel(line, to.w, known),
    );
    let b = vec4f(
      pixel(line, far.x, known),
      pixel(line, far.y, known),
      pixel(line, far.z, known),
      pixel(line, far.w, known),
    );
    let w = vec4f(
      weights[filters.x + tap],
      weights[filters.y + tap],
      weights[filters.z + tap],
      weights[filters.w + tap],
    );
    s0 += w.x * a;
    t0 += w.x * b;
    s1 += w.y * a;
    t1 += w.y * b;
    s2 += w.z * a;
    t2 += w.z * b;
    s3 += w.w * a;
    t3 += w.w * b;
    j = select(j + 1u, 0u, j + 1u == params.kernelWidth);
    i = select(i, i + 1u, j == 0u);
    input = select(input, input + 1u, i == params.kernelHeight);
    i = select(i, 0u, i == params.kernelHeight);
  }
  let start = (item * params.outputs * params.outHeight + y) * params.outWidth;
  put(start, channel, end, x, s0);
  put(start, channel, end, x + 4u, t0);
  put(start, channel + 1u, end, x, s1);
  put(start, channel + 1u, end, x + 4u, t1);
  put(start, channel + 2u, end, x, s2);
  put(start, channel + 2u, end, x + 4u, t2);
  put(start, channel + 3u, end, x, s3);
  put(start, channel + 3u, end, x + 4u, t3);
}
