// One turn a pass: whoever takes the next one sees all that this one has written. The sizes and what a
// turn does for four units of four sequences stand in front.

@compute @workgroup_size(32)
fn main(
  @builtin(workgroup_id) workgroup: vec3u,
  @builtin(num_workgroups) workgroups: vec3u,
  @builtin(local_invocation_index) local: u32,
) {
  let quads = params.hidden / 4u;
  let group = params.first_workgroup + workgroup.y * workgroups.x + workgroup.x;
  let block = group * 32u + local;
  let quad = block % quads;
  let sequence = block / quads * 4u;
  if (sequence < params.batch) {
    take(params.pass_index, sequence, quad);
  }
}
