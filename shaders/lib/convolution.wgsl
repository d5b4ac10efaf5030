// What the forms of a convolution that sum blocks of pixels in registers have in common.

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
  stride: u32,
  padding: u32,
  dilation: u32,
  biased: u32,
  first_workgroup: u32,
}

@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> image: array<f32>;
@group(0) @binding(2) var<storage, read> weights: array<f32>;
@group(0) @binding(3) var<storage, read> bias: array<f32>;
@group(0) @binding(4) var<storage, read_write> convolved: array<f32>;

// Four neighbouring pixels of a channel, of those that there are.
fn put(start: u32, channel: u32, end: u32, x: u32, sum: vec4f) {
  if (channel >= end || x >= params.outWidth) {
    return;
  }
  var shift = 0f;
  if (params.biased == 1u) {
    shift = bias[channel];
  }
  let at = start + channel * params.outHeight * params.outWidth + x;
  for (var i = 0u; i < min(4u, params.outWidth - x); i++) {
    convolved[at + i] = sum[i] + shift;
  }
}
