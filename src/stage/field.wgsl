// One triangle over the whole canvas; each pixel looks its cell up in the storage buffer. The twin
// of src/stage/field-2d.ts.

struct Params {
  view: vec4f,
  canvas: vec2f,
  domain: vec2f,
  special: array<vec4f, 2>,
  width: u32,
  height: u32,
  offset: u32,
  // 0: f32, 1: u32, 2: i32
  element: u32,
  // 0: a smooth ramp, 1: a ramp in steps, 2: three planes of light
  mode: u32,
}

@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> data: array<u32>;
@group(0) @binding(2) var<storage, read> table: array<vec4f>;

const HATCH = 8u;

@vertex
fn corners(@builtin(vertex_index) index: u32) -> @builtin(position) vec4f {
  let corner = vec2f(f32((index << 1u) & 2u), f32(index & 2u));
  return vec4f(corner * 2f - 1f, 0f, 1f);
}

// Told from the bits: shaders may assume that infinities and NaN are absent.
fn is_special(bits: u32) -> bool {
  return params.element == 0u && (bits & 0x7f800000u) == 0x7f800000u;
}

// Where a number stands in the domain, from 0 to 1.
fn part_of(bits: u32) -> f32 {
  var value = bitcast<f32>(bits);
  if (params.element == 1u) {
    value = f32(bits);
  } else if (params.element == 2u) {
    value = f32(bitcast<i32>(bits));
  }
  return clamp((value - params.domain.x) / (params.domain.y - params.domain.x), 0f, 1f);
}

fn colour_at(part: f32) -> vec4f {
  let count = arrayLength(&table);
  if (params.mode == 1u) {
    return table[min(u32(part * f32(count)), count - 1u)];
  }
  let position = part * f32(count - 1u);
  let below = min(u32(position), count - 2u);
  return mix(table[below], table[below + 1u], position - f32(below));
}

fn light(cell: u32, channel: u32) -> f32 {
  let bits = data[params.offset + channel * params.width * params.height + cell];
  return select(part_of(bits), 0f, is_special(bits));
}

@fragment
fn paint(@builtin(position) position: vec4f) -> @location(0) vec4f {
  let cell = floor(params.view.xy + position.xy / params.canvas * params.view.zw);
  let size = vec2f(f32(params.width), f32(params.height));
  if (any(cell < vec2f(0f)) || any(cell >= size)) {
    return vec4f(0f);
  }
  let index = u32(cell.y) * params.width + u32(cell.x);
  if (params.mode == 2u) {
    return vec4f(light(index, 0u), light(index, 1u), light(index, 2u), 1f);
  }
  let bits = data[params.offset + index];
  if (is_special(bits)) {
    let pixel = vec2u(position.xy);
    return params.special[select(1u, 0u, (pixel.x + pixel.y) % HATCH < HATCH / 2u)];
  }
  return colour_at(part_of(bits));
}
