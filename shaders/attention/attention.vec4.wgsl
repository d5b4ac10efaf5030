// Four queries an invocation, eight keys at a time: a key or a value that is loaded serves four
// queries. Each query carries the largest score so far and the sum of exponentials, rescaled
// whenever the largest score grows; the weighted sum of values is carried in its row of `attended`.
// Rows are made of whole vec4.

// A score that is never reached: its exponential is 0 beside any other.
const NEVER = -3e38f;

// A key against four queries.
fn score(x0: vec4f, x1: vec4f, x2: vec4f, x3: vec4f, key: vec4f) -> vec4f {
  return vec4f(dot(x0, key), dot(x1, key), dot(x2, key), dot(x3, key));
}

// The scores of key j: those of queries that must not see it, or of no key at all, are out of reach.
fn mask(scores: vec4f, j: u32, ends: vec4u) -> vec4f {
  return select(vec4f(NEVER), scores, vec4u(j) < ends);
}

@compute @workgroup_size(32)
fn main(
  @builtin(workgroup_id) workgroup: vec3u,
  @builtin(num_workgroups) workgroups: vec3u,
  @builtin(local_invocation_index) local: u32,
) {
  let block = (params.first_workgroup + workgroup.y * workgroups.x + workgroup.x) * 32u + local;
  let blocks = (params.rows + 3u) / 4u;
  if (block >= params.heads * blocks) {
    return;
  }
  // Where the tokens of its head begin.
  let own = block / blocks * params.tokens;
  let turn = block % blocks * 4u;
  let deep = params.width / 4u;
  let scale = inverseSqrt(f32(params.width));
  // Beyond the last query the last one is computed again, to the same numbers.
  let queries = params.first + min(turn + vec4u(0u, 1u, 2u, 3u), vec4u(params.rows - 1u));
  let at = (own + queries) * deep;
  let ends = select(vec4u(params.tokens), queries + 1u, params.causal == 1u);
  let last = params.tokens - 1u;

  var m = vec4f(NEVER);
  var l = vec4f();
  for (var j = 0u; j < ends.w; j += 8u) {
    let low = (own + min(vec4u(j, j + 1u, j + 2u, j + 3u), vec4u(last))) * deep;
    let high = (own + min(vec4u(j + 4u, j + 5u, j + 6u, j + 7u), vec4u(last))) * deep;
    var s0 = vec4f();
    var s1 = vec4f();
    var s2 = vec4f();
    var s3 = vec4f();
    var s4 = vec4f();
    var s5 = vec4f();
    var s6 = vec4f();
    var s7 = vec4f();
    for (var d = 0u; d < deep; d++) {
      let x0 = q[at.x + d];
      let x1 = q[at.y + d];
      let x2 = q[at.z + d];
      let x3 = q[at.w + d];
      s0 += score(x0, x1, x2, x3, k[low.x + d]);
      s1 += score(x0, x1, x2, x3, k[low.y + d]);
      s2 += score(x0, x1, x2, x3, k[low.z + d]);
      s3 += score(x0, x1, x2, x3, k[low.w + d]);
      s4 += score(x0, x1, x2, x3, k[high.x + d]);
      s5 += score(x0, x1, x2, x3, k[high.y + d]);
      s6 += score(x0, x1, x2, x3, k[high.z + d]);
      s7 += score(x0, x1, x2, x3, k[high.w + d]);
    }
    s0 = mask(s0 * scale, j, ends);
    s1 = mask(s1 * scale, j + 1u, ends);
    s2 = mask(s2 * scale, j + 2u, ends);
    s3 = mask(s3 * scale, j + 3u, ends);
    s4 = mask(s4 * scale, j + 4u, ends);
    s5 = mask(s5 * scale, j + 5u, ends);
    s6 = mask(s6 * scale, j + 6u, ends);
    s7 = mask(s7 * scale, j + 7u, ends);

    let top = max(m, max(max(max(s0, s1), max(s2, s3)), max(max(s4, s5), max(s6, s7))));
    let rescale = select(exp(m - top), vec4f(), j == 0u);
    m = top;
    s0 = exp(s0 - m);
    s1 = exp(s1 - m);
    s2 = exp(s2 - m);
    s3 = exp(s3 - m);
    s4 = exp(s4 - m);
    s5 = exp(s5 - m);
    s6 = exp(s6 - m);
    s7 = exp(s7 - m);
    l = l * rescale + (((s0 + s1) + (s2 + s3)) + ((s4 + s5) + (s6 + s7)));

    for (var d = 0u; d < deep; d++) {
      var x0 = vec4f();
      var x1 = vec4f();
      var x2 = vec4f();
      var x3 = vec4f();
      if (j > 0u) {
        x0 = attended[at.x + d] * rescale.x;
        x1 = attended[at.y + d] * rescale.y;
        x2 = attended[at.z + d] * rescale.z;
        x3 = attended[at.w + d] * rescale.w;
      }
      let a = v[low.x + d];
      let b = v[low.y + d];
      let c = v[low.z + d];
      let e = v[low.w + d];
      x0 += s0.x * a + s1.x * b + s2.x * c + s3.x * e;
      x1 += s0.y * a + s1.y * b + s2.y * c + s3.y * e;
      x2 += s0.z * a + s1.z * b + s2.z * c + s3.z * e;
      x3 += s0.w * a + s1.w * b + s2.w * c + s3.w * e;
      let f = v[high.x + d];
      let g = v[high.y + d];
      let h = v[high.z + d];
      let o = v[high.w + d];
      x0 += s4.x * f + s5.x * g + s6.x * h + s7.x * o;
      x1 += s4.y * f + s5.y * g + s6.y * h + s7.y * o;
      x2 += s4.z * f + s5.z * g + s6.z * h + s7.z * o;
      x3 += s4.w * f + s5.w * g + s6.w * h + s7.w * o;
      attended[at.x + d] = x0;
      attended[at.y + d] = x1;
      attended[at.z + d] = x2;
      attended[at.w + d] = x3;
    }
  }

  finish(own, queries, m, l);
}
