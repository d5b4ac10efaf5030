// Four channels of eight neighbouring pixels an invocation, summed in registers: a pixel that is
// loaded serves four channels, a weight eight pixels. All taps, over channels, rows and columns of
// the window, are one loop, since every loop that carries the sums costs more than it counts. `pixel`,
// `convolution` and `convolution_blocks` stand in front.

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
  let top = y * params.stride - params.padding;
  let left = x * params.stride - params.padding;
  let near = vec4u(0u, 1u, 2u, 3u) * params.stride;

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
    let row = top + i * params.dilation;
    let known = row < params.height;
    let line = (plane + input * params.height + select(0u, row, known)) * params.width;
    let wide = select(0u, params.width, known);
    let to = left + j * params.dilation + near;
    let far = to + 4u * params.stride;
    let a = vec4f(
      pixel(line, to.x, wide),
      pixel(line, to.y, wide),
      pixel(line, to.z, wide),
      pixel(line, to.w, wide),
    );
    let b = vec4f(
      pixel(line, far.x, wide),
      pixel(line, far.y, wide),
      pixel(line, far.z, wide),
      pixel(line, far.w, wide),
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
