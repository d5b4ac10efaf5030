// What a pool and its gradient have in common: the sizes.

struct Params {
  planes: u32,
  height: u32,
  width: u32,
  outHeight: u32,
  outWidth: u32,
  windowHeight: u32,
  windowWidth: u32,
  stride: u32,
  padding: u32,
}

@group(0) @binding(0) var<uniform> params: Params;
