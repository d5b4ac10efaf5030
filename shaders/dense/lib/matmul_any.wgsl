// What the forms of a product that take any sizes are given.

struct Params {
  batch: u32,
  rows: u32,
  inner: u32,
  columns: u32,
  transposeA: u32,
  transposeB: u32,
  biased: u32,
  activation: u32,
  first_workgroup: u32,
}

@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> a: array<f32>;
@group(0) @binding(2) var<storage, read> b: array<f32>;
@group(0) @binding(3) var<storage, read> bias: array<f32>;
@group(0) @binding(4) var<storage, read_write> c: array<f32>;
