// What both forms of perturbed_loss share. Samples go four at a time: a weight that is loaded serves
// them all. A bias is the weight of one more input, which is always 1.

struct Params {
  perturbations: u32,
  layers: u32,
  width: u32,
  samples: u32,
  first_workgroup: u32,
}

@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> which: array<u32>;
@group(0) @binding(2) var<storage, read> by: array<f32>;
@group(0) @binding(3) var<storage, read> parameters: array<f32>;
@group(0) @binding(4) var<storage, read> inputs: array<f32>;
@group(0) @binding(5) var<storage, read> targets: array<f32>;
@group(0) @binding(6) var<storage, read_write> losses: array<f32>;

const FOUR = vec4u(0u, 1u, 2u, 3u);

// Where one unit of four samples stands; samples past the last are the last once more.
fn positions(first: u32, unit: u32) -> vec4u {
  return min(first + FOUR, vec4u(params.samples - 1u)) * params.width + unit;
}

fn inputs_of(first: u32, unit: u32) -> vec4f {
  let at = positions(first, unit);
  return vec4f(inputs[at.x], inputs[at.y], inputs[at.z], inputs[at.w]);
}

// What one unit of the last layer adds to the loss, for the samples that there are.
fn loss_of(outputs: vec4f, first: u32, unit: u32) -> f32 {
  let at = positions(first, unit);
  let wanted = vec4f(targets[at.x], targets[at.y], targets[at.z], targets[at.w]);
  let off = select(vec4f(), outputs - wanted, first + FOUR < vec4u(params.samples));
  return 0.5f * dot(off, off);
}
