// How the forms of a convolution that sum blocks of pixels in registers store them. `convolution`
// stands in front.

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
