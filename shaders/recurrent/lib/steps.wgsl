// The sizes of a recurrence, and which of its steps this pass takes.

struct Params {
  steps: u32,
  batch: u32,
  hidden: u32,
  pass_index: u32,
  first_workgroup: u32,
}

@group(0) @binding(0) var<uniform> params: Params;
