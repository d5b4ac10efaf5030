// As conv2d_gradient_kernel.wgsl, for windows three wide that slide by one pixel: four channels of
// results by one row of the window an invocation, four positions of a row at a time, whose columns
// share their pixels. `pixel` stands in front. What is given stands in front.

// What arrives at four positions; beyond the last one of the row it arrives again, where no pixel is.
fn arriving(line: u32, positions: vec4u) -> vec4f {
  let at = line + positions;
  return vec4f(upstream[at.x], upstream[at.y], upstream[at.z], upstream[at.w]);
}

fn put(at: u32, known: bool, a: vec4f, b: vec4f, c: vec4f) {
  if (known) {
    gradient[at] = dot(a, vec4f(1f));
    gradient[at + 1u] = dot(b, vec4f(1f));
    gradient[at + 2u] = dot(c, vec4f(1f));
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
  // Rows of the windows, over channels.
  let lines = inputs * params.kernelHeight;
  let deep = (outputs + 3u) / 4u;
  let block = (params.first_workgroup + workgroup.y * workgroups.x + workgroup.x) * 64u + local;
  if (block >= params.parts * params.groups * deep * lines) {
    return;
  }
  let line = block % lines;
  let first = block / lines % deep * 4u;
  let group = block / (lines * deep) % params.groups;
  let part = block / (lines * deep * params.groups);

  // Beyond the last channel of the group it is summed again, and not stored.
  let planes = group * outputs + min(first + vec4u(0u, 1u, 2u, 3u), vec4u(outputs - 1u));
  let plane = (group * inputs + line / params.kernelHeight) * params.height;
  let rise = line % params.kernelHeight - params.padding;

  let rows = params.batch * params.outHeight;
  let each = (rows + params.parts - 1u) / params.parts;
  let start = min(part * each, rows);
  let end = min(start + each, rows);
  let turns = (params.outWidth + 3u) / 4u;
  var a0 = vec4f();
  var b0 = vec4f();
  var c0 = vec4f();
  var a1 = vec4f();
  var b1 = vec4f();
  var c1 = vec4f();
  var a2 = vec4f();
  var b2 = vec4f();
  var c2 = vec4f();
  var a3 = vec4f();
  var b3 = vec4f();
  var c3 = vec4f();
  var row = start;
  var x = 0u;
  for (var step = 0u; step < (end - start) * turns; step++) {
    let item = row / params.outHeight;
    let y = row % params.outHeight;
    let above = y + rise;
    let known = above < params.height;
    let from_row = item * params.inputs * params.height + plane + select(0u, above, known);
    let at = from_row * params.width;
    let wide = select(0u, params.width, known);
    let left = x - params.padding;
    let near = vec4f(
      pixel(at, left, wide),
      pixel(at, left + 1u, wide),
      pixel(at, left + 2u, wide),
      pixel(at, left + 3u, wide),
    );
    let far = vec2f(pixel(at, left + 4u, wide), pixel(at, left + 5u, wide));
    let positions = min(x + vec4u(0u, 1u, 2u, 3u), vec4u(params.outWidth - 1u));
    let there = positions == x + vec4u(0u, 1u, 2u, 3u);
    let a = select(vec4f(), near, there);
    let b = select(vec4f(), vec4f(near.yzw, far.x), there);
    let c = select(vec4f(), vec4f(near.zw, far), there);
    let results = ((item * params.outputs + planes) * params.outHeight + y) * params.outWidth;
    var u = arriving(results.x, positions);
    a0 += u * a;
    b0 += u * b;
    c0 += u * c;
    u = arriving(results.y, positions);
    a1 += u * a;
    b1 += u * b;
    c1 += u * c;
    u = arriving(results.z, positions);
    a2 += u * a;
    b2 += u * b;
    c2 += u * c;
    u = arriving(results.w, positions);
    a3 += u * a;
    b3 += u * b;
    c3 += u * c;
    x = select(x + 4u, 0u, x + 4u >= params.outWidth);
    row = select(row, row + 1u, x == 0u);
  }
  let taps = lines * 3u;
  let to = (part * params.outputs + group * outputs + first) * taps + line * 3u;
  put(to, true, a0, b0, c0);
  put(to + taps, first + 1u < outputs, a1, b1, c1);
  put(to + 2u * taps, first + 2u < outputs, a2, b2, c2);
  put(to + 3u * taps, first + 3u < outputs, a3, b3, c3);
}
