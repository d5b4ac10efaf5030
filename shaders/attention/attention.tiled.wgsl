// Thirty-two queries a workgroup, four invocations a query: sixteen keys, then their values, are
// brought into workgroup memory and read there by all queries. Each invocation takes a quarter of
// the scores of its query and a quarter of the weighted sum. Dao et al., 2022, algorithm 1. Rows
// are made of whole vec4.

const QUERIES = 32u;
const KEYS = 16u;
const INVOCATIONS = 128u;
// A quarter of the widest head, in vec4.
const QUARTER = 8u;
// A score that is never reached: its exponential is 0 beside any other.
const NEVER = -3e38f;

var<workgroup> tile: array<vec4f, 512>;
// Scores of a query, then their exponentials.
var<workgroup> powers: array<vec4f, 128>;

@compute @workgroup_size(128)
fn main(
  @builtin(workgroup_id) workgroup: vec3u,
  @builtin(num_workgroups) workgroups: vec3u,
  @builtin(local_invocation_index) local: u32,
) {
  let block = params.first_workgroup + workgroup.y * workgroups.x + workgroup.x;
  let blocks = (params.rows + QUERIES - 1u) / QUERIES;
  if (block >= params.heads * blocks) {
    return;
  }
  // Where the tokens of its head begin.
  let own = block / blocks * params.tokens;
  let start = block % blocks * QUERIES;
  let deep = params.width / 4u;
  let scale = inverseSqrt(f32(params.width));
  let turn = start + local / 4u;
  let quarter = local % 4u;
  // Beyond the last query the last one is computed again, and not stored.
  let query = params.first + min(turn, params.rows - 1u);
  let end = select(params.tokens, query + 1u, params.causal == 1u);
  let lastQuery = params.first + min(start + QUERIES, params.rows) - 1u;
  let lastEnd = select(params.tokens, lastQuery + 1u, params.causal == 1u);

  var m = NEVER;
  var l = 0f;
  var mixed: array<vec4f, QUARTER>;
  for (var j = 0u; j < lastEnd; j += KEYS) {
    for (var n = local; n < KEYS * deep; n += INVOCATIONS) {
      let key = min(j + n / deep, params.tokens - 1u);
      tile[n] = k[(own + key) * deep + n % deep];
    }
    workgroupBarrier();
    var scores = vec4f();
    let near = quarter * 4u * deep;
    for (var d = 0u; d < deep; d++) {
      let x = q[(own + query) * deep + d];
      scores += vec4f(
        dot(x, tile[near + d]),
        dot(x, tile[near + deep + d]),
        dot(x, tile[near + 2u * deep + d]),
        dot(x, tile[near + 3u * deep + d]),
      );
    }
    let key = j + quarter * 4u + vec4u(0u, 1u, 2u, 3u);
    scores = select(vec4f(NEVER), scores * scale, key < vec4u(end));
    powers[local] = scores;
    workgroupBarrier();

    let all = local - quarter;
    let tops = max(max(powers[all], powers[all + 1u]), max(powers[all + 2u], powers[all + 3u]));
    let top = max(m, max(max(tops.x, tops.y), max(tops.z, tops.w)));
    let rescale = select(exp(m - top), 0f, j == 0u);
    m = top;
    workgroupBarrier();
    powers[local] = exp(scores - m);
    for (var n = local; n < KEYS * deep; n += INVOCATIONS) {
      let value = min(j + n / deep, params.tokens - 1u);
      tile[n] = v[(own + value) * deep + n % deep];
    }
    workgroupBarrier();

    l *= rescale;
    for (var w = 0u; w < QUARTER; w++) {
      mixed[w] *= rescale;
    }
    for (var c = 0u; c < 4u; c++) {
      let power = powers[all + c];
      l += dot(power, vec4f(1f));
      let row = c * 4u * deep;
      for (var w = 0u; w < QUARTER; w++) {
        let d = min(quarter + 4u * w, deep - 1u);
        mixed[w] += power.x * tile[row + d];
        mixed[w] += power.y * tile[row + deep + d];
        mixed[w] += power.z * tile[row + 2u * deep + d];
        mixed[w] += power.w * tile[row + 3u * deep + d];
      }
    }
    workgroupBarrier();
  }

  if (turn >= params.rows) {
    return;
  }
  for (var w = 0u; w < QUARTER; w++) {
    let d = quarter + 4u * w;
    if (d < deep) {
      attended[(own + query) * deep + d] = mixed[w] / l;
    }
  }
  if (quarter == 0u) {
    registers[own + query] = vec2f(m, l);
  }
}
