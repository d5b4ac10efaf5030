// What the forms of attention whose rows are made of whole vec4 are given.

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
@group(0) @binding(1) var<storage, read> q: array<vec4f>;
@group(0) @binding(2) var<storage, read> k: array<vec4f>;
@group(0) @binding(3) var<storage, read> v: array<vec4f>;
@group(0) @binding(4) var<storage, read_write> attended: array<vec4f>;
@group(0) @binding(5) var<storage, read_write> registers: array<vec2f>;
