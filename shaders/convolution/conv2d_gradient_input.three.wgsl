// As conv2d_gradient_input.wgsl, for windows three wide that slide by one pixel: a row of the
// window is taken at once, and its columns share what arrives. What is given stands in front.

// What arrives at result x of the row that begins at `line`; zero where there is none.
fn arriving(line: u32, x: i32, known: bool) -> f32 {
  let column = u32(clamp(x, 0, i32(params.outWidth) - 1));
  return select(0f, upstream[line + column], known && u32(x) == column);
}

fn put(start: u32, channel: u32, end: u32, x: u32, sum: vec4f) {
  if (channel >= end || x >= params.width) {
    return;
  }
  let at = start + channel * params.height * params.width + x;
  for (var n = 0u; n < min(4u, params.width - x); n++) {
    gradient[at + n] = sum[n];
  }
}

@compute @workgroup_size(64)
fn main(
  @builtin(workgroup_id) workgroup: vec3u,
  @builtin(num_workgroups) workgroups: vec3u,
  @builtin(local_invocation_index) local: u32,
) {
  let across = (params.width + 7u) / 8u;
  let perGroup = params.inputs / params.groups;
  let deep = (perGroup + 3u) / 4u;
  let block = (params.first_workgroup + workgroup.y * workgroups.x + workgroup.x) * 64u + local;
  if (block >= params.batch * params.groups * deep * params.height * across) {
    return;
  }
  let x = block % across * 8u;
  let row = block / across % params.height;
  let rest = block / (across * params.height);
  let group = rest / deep % params.groups;
  let item = rest / (deep * params.groups);

  let outputs = params.outputs / params.groups;
  let taps = params.kernelHeight * 3u;
  // Beyond the last channel of the group the last one is summed again, and not stored.
  let first = rest % deep * 4u;
  let channels = min(first + vec4u(0u, 1u, 2u, 3u), vec4u(perGroup - 1u)) * taps;
  let plane = (item * params.outputs + group * outputs) * params.outHeight;
  // The last column of a window meets the first of these results.
  let left = i32(x + params.padding) - 2;

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
  for (var line = 0u; line < outputs * params.kernelHeight; line++) {
    let y = i32(row + params.padding) - i32(i);
    let known = y >= 0 && y < i32(params.outHeight);
    let at = (plane + output * params.outHeight + u32(select(0, y, known))) * params.outWidth;
    let a = vec4f(
      arriving(at, left, known),
      arriving(at, left + 1, known),
      arriving(at, left + 2, known),
      arriving(at, left + 3, known),
    );
    let b = vec4f(
      arriving(at, left + 4, known),
      arriving(at, left + 5, known),
      arriving(at, left + 6, known),
      arriving(at, left + 7, known),
    );
    let c = vec2f(arriving(at, left + 8, known), arriving(at, left + 9, known));
    let a1 = vec4f(a.yzw, b.x);
    let a2 = vec4f(a.zw, b.xy);
    let b1 = vec4f(b.yzw, c.x);
    let b2 = vec4f(b.zw, c);
    let taken = (group * outputs + output) * perGroup * taps + i * 3u + channels;
    let w0 = vec3f(weights[taken.x], weights[taken.x + 1u], weights[taken.x + 2u]);
    s0 += w0.z * a + w0.y * a1 + w0.x * a2;
    t0 += w0.z * b + w0.y * b1 + w0.x * b2;
    let w1 = vec3f(weights[taken.y], weights[taken.y + 1u], weights[taken.y + 2u]);
    s1 += w1.z * a + w1.y * a1 + w1.x * a2;
    t1 += w1.z * b + w1.y * b1 + w1.x * b2;
    let w2 = vec3f(weights[taken.z], weights[taken.z + 1u], weights[taken.z + 2u]);
    s2 += w2.z * a + w2.y * a1 + w2.x * a2;
    t2 += w2.z * b + w2.y * b1 + w2.x * b2;
    let w3 = vec3f(weights[taken.w], weights[taken.w + 1u], weights[taken.w + 2u]);
    s3 += w3.z * a + w3.y * a1 + w3.x * a2;
    t3 += w3.z * b + w3.y * b1 + w3.x * b2;
    i = select(i + 1u, 0u, i + 1u == params.kernelHeight);
    output = select(output, output + 1u, i == 0u);
  }
  let start = (item * params.inputs * params.height + row) * params.width;
  let channel = group * perGroup + first;
  let end = (group + 1u) * perGroup;
  put(start, channel, end, x, s0);
  put(start, channel, end, x + 4u, t0);
  put(start, channel + 1u, end, x, s1);
  put(start, channel + 1u, end, x + 4u, t1);
  put(start, channel + 2u, end, x, s2);
  put(start, channel + 2u, end, x + 4u, t2);
  put(start, channel + 3u, end, x, s3);
  put(start, channel + 3u, end, x + 4u, t3);
}
