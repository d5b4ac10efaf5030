// What the forms of the gradient of a convolution with respect to its kernel are given.

struct Params {
  batch: u32,
  inputs: u32,
  outputs: u32,
  groups: u32,
  height: u32,
  width: u32,
  outHeight: u32,
  outWidth: u32,
  kernelHeight: u32,
  kernelWidth: u32,
  parts: u32,
  stride: u32,
  padding: u32,
  dilation: u32,
  first_workgroup: u32,
}

@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> image: array<f32>;
@group(0) @binding(2) var<storage, read> upstream: array<f32>;
@group(0) @binding(3) var<storage, read_write> gradient: array<f32>;
