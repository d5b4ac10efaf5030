// As conv2d.wgsl, for windows three wide that slide by one pixel: a row of the window is taken at
// once, and its columns share their pixels. `pixel`, `convolution` and `convolution_blocks`
// stand in front.

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
  let top = y - params.padding;
  let left = x - params.padding;

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
    let a1 = vec4f(a.yzw, b.x);
    let a2 = vec4f(a.zw, b.xy);
    let b1 = vec4f(b.yzw, c.x);
    let b2 = vec4f(b.zw, c);
    let taken = filters + line * 3u;
    let w0 = vec3f(weights[taken.x], weights[taken.x + 1u], weights[taken.x + 2u]);
    s0 += w0.x * a + w0.y * a1 + w0.z * a2;
    t0 += w0.x * b + w0.y * b1 + w0.z * b2;
    let w1 = vec3f(weights[taken.y], weights[taken.y + 1u], weights[taken.y + 2u]);
    s1 += w1.x * a + w1.y * a1 + w1.z * a2;
    t1 += w1.x * b + w1.y * b1 + w1.z * b2;
    let w2 = vec3f(weights[taken.z], weights[taken.z + 1u], weights[taken.z + 2u]);
    s2 += w2.x * a + w2.y * a1 + w2.z * a2;
    t2 += w2.x * b + w2.y * b1 + w2.z * b2;
    let w3 = vec3f(weights[taken.w], weights[taken.w + 1u], weights[taken.w + 2u]);
    s3 += w3.x * a + w3.y * a1 + w3.z * a2;
    t3 += w3.x * b + w3.y * b1 + w3.z * b2;
    i = select(i + 1u, 0u, i + 1u == params.kernelHeight);
    input = select(input, input + 1u, i == 0u);
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
