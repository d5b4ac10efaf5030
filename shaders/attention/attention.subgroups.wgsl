// Four queries an invocation, twelve keys at a time: of four keys, or values, each invocation of a
// quad loads one and is handed the others. Each query carries the largest score so far and the sum of
// exponentials, rescaled whenever the largest score grows; the weighted sum of values is carried in
// its row of `attended`. A workgroup takes 64 queries of one head, so that all of it meets the same
// keys. Rows are made of whole vec4. `quads` and `attention` stand in front.

const QUERIES = 64u;

// A score that is never reached: its exponential is 0 beside any other.
const NEVER = vec4f(-3e38f);

// Scores and weights have a column for each query and a row for each of four keys. Scores of keys
// that a query must not see, or of no key at all, are out of reach.
fn mask(scores: mat4x4f, keys: vec4u, ends: vec4u) -> mat4x4f {
  return mat4x4f(
    select(NEVER, scores[0], keys < vec4u(ends.x)),
    select(NEVER, scores[1], keys < vec4u(ends.y)),
    select(NEVER, scores[2], keys < vec4u(ends.z)),
    select(NEVER, scores[3], keys < vec4u(ends.w)),
  );
}

fn largest(scores: mat4x4f) -> vec4f {
  let rows = transpose(scores);
  return max(max(rows[0], rows[1]), max(rows[2], rows[3]));
}

fn exponentials(scores: mat4x4f, m: vec4f) -> mat4x4f {
  return mat4x4f(
    exp(scores[0] - m.x),
    exp(scores[1] - m.y),
    exp(scores[2] - m.z),
    exp(scores[3] - m.w),
  );
}

fn total(weights: mat4x4f) -> vec4f {
  let rows = transpose(weights);
  return (rows[0] + rows[1]) + (rows[2] + rows[3]);
}

fn put(at: vec4u, rows: mat4x4f) {
  attended[at.x] = rows[0];
  attended[at.y] = rows[1];
  attended[at.z] = rows[2];
  attended[at.w] = rows[3];
}

@compute @workgroup_size(16)
fn main(
  @builtin(workgroup_id) workgroup: vec3u,
  @builtin(num_workgroups) workgroups: vec3u,
  @builtin(local_invocation_index) local: u32,
  @builtin(subgroup_invocation_id) invocation: u32,
) {
  let group = params.first_workgroup + workgroup.y * workgroups.x + workgroup.x;
  let groups = (params.rows + QUERIES - 1u) / QUERIES;
  if (group >= params.heads * groups) {
    return;
  }
  // Where the tokens of its head begin.
  let own = group / groups * params.tokens;
  let begin = group % groups * QUERIES;
  let turn = begin + local * 4u;
  let lane = invocation % 4u;
  let deep = params.width / 4u;
  let scale = inverseSqrt(f32(params.width));
  // Beyond the last query the last one is computed again: an invocation has the same numbers for it,
  // and one that has only such queries stores nothing, but must not leave its quad early.
  let queries = params.first + min(turn + vec4u(0u, 1u, 2u, 3u), vec4u(params.rows - 1u));
  let stores = turn < params.rows;
  let at = (own + queries) * deep;
  let ends = select(vec4u(params.tokens), queries + 1u, params.causal == 1u);
  let seen = params.first + min(begin + QUERIES, params.rows);
  let end = select(params.tokens, seen, params.causal == 1u);
  let last = params.tokens - 1u;
  let order = quad_order(lane);

  // Whatever the rows held: nothing may be carried over, not even by a factor of 0.
  if (stores) {
    for (var d = 0u; d < deep; d++) {
      put(at + d, mat4x4f());
    }
  }
  var m = NEVER;
  var l = vec4f();
  for (var j = 0u; j < end; j += 12u) {
    let a = (own + min(j + lane, last)) * deep;
    let b = (own + min(j + 4u + lane, last)) * deep;
    let c = (own + min(j + 8u + lane, last)) * deep;
    var wa = mat4x4f();
    var wb = mat4x4f();
    var wc = mat4x4f();
    for (var d = 0u; d < deep; d++) {
      let x = mat4x4f(q[at.x + d], q[at.y + d], q[at.z + d], q[at.w + d]);
      wa += transpose(quad_of(k[a + d])) * x;
      wb += transpose(quad_of(k[b + d])) * x;
      wc += transpose(quad_of(k[c + d])) * x;
    }
    wa = mask(wa * scale, j + order, ends);
    wb = mask(wb * scale, j + 4u + order, ends);
    wc = mask(wc * scale, j + 8u + order, ends);

    let top = max(max(m, largest(wa)), max(largest(wb), largest(wc)));
    let rescale = exp(m - top);
    m = top;
    wa = exponentials(wa, m);
    wb = exponentials(wb, m);
    wc = exponentials(wc, m);
    l = l * rescale + (total(wa) + total(wb) + total(wc));

    for (var d = 0u; d < deep; d++) {
      let before = mat4x4f(
        attended[at.x + d] * rescale.x,
        attended[at.y + d] * rescale.y,
        attended[at.z + d] * rescale.z,
        attended[at.w + d] * rescale.w,
      );
      let mixed = before + quad_of(v[a + d]) * wa + quad_of(v[b + d]) * wb + quad_of(v[c + d]) * wc;
      if (stores) {
        put(at + d, mixed);
      }
    }
  }
  if (!stores) {
    return;
  }
  finish(own, queries, m, l);
}
