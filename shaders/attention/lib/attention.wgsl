// The sizes and settings of attention.

struct Params {
  heads: u32,
  tokens: u32,
  width: u32,
  rows: u32,
  first: u32,
  causal: u32,
  first_workgroup: u32,
}

@group(0) @binding(0) var<uniform> params: Params;
