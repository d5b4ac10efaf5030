// What both forms of perturbed_loss share. Samples go four at a time: a weight that is loaded serves
// them all. A bias is the weight of one more source, which is always 1. The first passes carry the
// network as it is forward, a layer each; the last one computes the losses from the sums they leave.

struct Params {
  perturbations: u32,
  layers: u32,
  width: u32,
  samples: u32,
  pass_index: u32,
}

@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> which: array<u32>;
@group(0) @binding(2) var<storage, read> by: array<f32>;
@group(0) @binding(3) var<storage, read> parameters: array<f32>;
@group(0) @binding(4) var<storage, read> inputs: array<f32>;
@group(0) @binding(5) var<storage, read> targets: array<f32>;
@group(0) @binding(6) var<storage, read_write> sums: array<f32>;
@group(0) @binding(7) var<storage, read_write> losses: array<f32>;

const FOUR = vec4u(0u, 1u, 2u, 3u);

// Where one unit of four samples stands; samples past the last are the last once more.
fn positions(first: u32, unit: u32) -> vec4u {
  return min(first + FOUR, vec4u(params.samples - 1u)) * params.width + unit;
}

fn sums_of(layer: u32, first: u32, unit: u32) -> vec4f {
  let at = layer * params.samples * params.width + positions(first, unit);
  return vec4f(sums[at.x], sums[at.y], sums[at.z], sums[at.w]);
}

// What a source hands to a layer of the network as it is.
fn source_of(layer: u32, first: u32, source: u32) -> vec4f {
  if (source == params.width) {
    return vec4f(1f);
  }
  if (layer > 0u) {
    return tanh_of(sums_of(layer - 1u, first, source));
  }
  let at = positions(first, source);
  return vec4f(inputs[at.x], inputs[at.y], inputs[at.z], inputs[at.w]);
}

// One unit of four samples of the layer whose turn it is.
fn forward(i: u32) {
  let width = params.width;
  let first = i / width * 4u;
  if (first >= params.samples) {
    return;
  }
  let layer = params.pass_index;
  let start = layer * (width + 1u) * width + i % width;
  var sum = vec4f();
  for (var source = 0u; source <= width; source++) {
    sum += parameters[start + source * width] * source_of(layer, first, source);
  }
  let row = layer * params.samples * width;
  let at = row + positions(first, i % width);
  sums[at.x] = sum.x;
  if (first + 1u < params.samples) {
    sums[at.y] = sum.y;
  }
  if (first + 2u < params.samples) {
    sums[at.z] = sum.z;
  }
  if (first + 3u < params.samples) {
    sums[at.w] = sum.w;
  }
}

// A changed parameter: where it is, and by how much its unit moves.
struct Change {
  layer: u32,
  source: u32,
  unit: u32,
  by: f32,
}

fn change_of(job: u32) -> Change {
  let size = (params.width + 1u) * params.width;
  let inside = which[job] % size;
  return Change(which[job] / size, inside / params.width, inside % params.width, by[job]);
}

fn moved(change: Change, first: u32) -> vec4f {
  return sums_of(change.layer, first, change.unit)
    + change.by * source_of(change.layer, first, change.source);
}

// Units are added up so many at a time: one long sum would round away what a small change does.
const GROUP = 8u;

// What one unit of the last layer adds to the losses of the samples that there are.
fn loss_of(outputs: vec4f, first: u32, unit: u32) -> vec4f {
  let at = positions(first, unit);
  let wanted = vec4f(targets[at.x], targets[at.y], targets[at.z], targets[at.w]);
  let off = select(vec4f(), outputs - wanted, first + FOUR < vec4u(params.samples));
  return 0.5f * off * off;
}

fn mean_of(loss: vec4f) -> f32 {
  return ((loss.x + loss.y) + (loss.z + loss.w)) / f32(params.samples);
}
