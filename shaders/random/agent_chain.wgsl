// One run an invocation; only the counts are shared. `threefry` stands in front.

struct Params {
  count: u32,
  attempt_bins: u32,
  time_bins: u32,
  seed: u32,
  first: u32,
  agents: u32,
  calls: u32,
  retries: u32,
  returns: u32,
  success: u32,
  handoff: u32,
  again: u32,
  bin_width: u32,
  first_workgroup: u32,
}

@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> durations: array<u32>;
@group(0) @binding(2) var<storage, read_write> outcomes: array<atomic<u32>>;
@group(0) @binding(3) var<storage, read_write> attempts: array<atomic<u32>>;
@group(0) @binding(4) var<storage, read_write> times: array<atomic<u32>>;

@compute @workgroup_size(64)
fn main(
  @builtin(workgroup_id) workgroup: vec3u,
  @builtin(num_workgroups) workgroups: vec3u,
  @builtin(local_invocation_index) local: u32,
) {
  let group = params.first_workgroup + workgroup.y * workgroups.x + workgroup.x;
  let i = group * 64u + local;
  if (i >= params.count) {
    return;
  }
  let key = vec2u(params.seed, 0u);
  let run = params.first + i;
  let last = params.agents - 1u;
  var drawn = 0u;
  var made = 0u;
  var time = 0u;
  var agent = 0u;
  var sent = 0u;
  var state = 2u;
  for (var stage = 0u; stage < params.agents + 2u * params.returns && state == 2u; stage++) {
    var chance = vec2u(0u);
    var done = false;
    for (var attempt = 0u; attempt <= params.retries && !done; attempt++) {
      made++;
      var words = vec2u(0u);
      for (var call = 0u; call < params.calls; call++) {
        if (call % 8u == 0u) {
          words = threefry2x32(key, vec2u(run, drawn));
          drawn++;
        }
        let word = select(words.x, words.y, call % 8u > 3u);
        time += durations[(word >> (8u * (call % 4u))) & 255u];
      }
      chance = threefry2x32(key, vec2u(run, drawn)) >> vec2u(1u);
      drawn++;
      done = chance.x < params.success;
    }
    if (!done) {
      state = 0u;
    } else if (agent < last) {
      agent++;
      state = select(0u, 2u, chance.y < params.handoff);
    } else if (last > 0u && sent < params.returns && chance.y < params.again) {
      sent++;
      agent--;
    } else {
      state = 1u;
    }
  }
  atomicAdd(&outcomes[min(state, 1u)], 1u);
  atomicAdd(&attempts[min(made, params.attempt_bins - 1u)], 1u);
  atomicAdd(&times[min(time / params.bin_width, params.time_bins - 1u)], 1u);
}
