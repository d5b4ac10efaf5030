// Sixteen numbers an invocation. Neighbours in a run that fall into one bin are counted together,
// which spares additions that others have to wait for.

struct Params {
  count: u32,
  bins: u32,
  low: f32,
  bins_per_unit: f32,
}

@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> values: array<f32>;
@group(0) @binding(2) var<storage, read_write> counts: array<atomic<u32>>;

// The bin of a number; `bins` where it has none.
fn bin_of(value: f32) -> u32 {
  let position = (value - params.low) * params.bins_per_unit;
  if (position >= 0f && position < f32(params.bins)) {
    return u32(position);
  }
  return params.bins;
}

@compute @workgroup_size(64)
fn main(
  @builtin(workgroup_id) workgroup: vec3u,
  @builtin(num_workgroups) workgroups: vec3u,
  @builtin(local_invocation_index) local: u32,
) {
  let first = (workgroup.y * workgroups.x + workgroup.x) * 1024u + local;
  let end = min(first + 1024u, params.count);
  var bin = params.bins;
  var run = 0u;
  for (var i = first; i < end; i += 64u) {
    let next = bin_of(values[i]);
    if (next != bin) {
      if (bin < params.bins) {
        atomicAdd(&counts[bin], run);
      }
      bin = next;
      run = 0u;
    }
    run++;
  }
  if (bin < params.bins) {
    atomicAdd(&counts[bin], run);
  }
}
