// Many turns a pass: a workgroup has all units of its four sequences, so that nobody else has to see
// what it writes between two turns. The sizes and what a turn does for four units of four sequences
// stand in front.

@compute @workgroup_size(16)
fn main(
  @builtin(workgroup_id) workgroup: vec3u,
  @builtin(num_workgroups) workgroups: vec3u,
  @builtin(local_invocation_index) quad: u32,
) {
  let group = params.first_workgroup + workgroup.y * workgroups.x + workgroup.x;
  let begin = params.pass_index * TURNS;
  let end = min(begin + TURNS, params.steps + 1u);
  for (var turn = begin; turn < end; turn++) {
    if (quad < params.hidden / 4u) {
      take(turn, group * 4u, quad);
    }
    storageBarrier();
  }
}
