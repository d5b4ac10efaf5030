// The sizes of a layer, for all its forms.

struct Params {
  networks: u32,
  rows: u32,
  inputs: u32,
  outputs: u32,
}

@group(0) @binding(0) var<uniform> params: Params;

