// Blocks of a gradient an invocation, first those of the inputs, then those of the weights: of four rows
// and four inputs, or of four inputs and four outputs, summed in registers, so that each vec4 that is loaded
// serves four. Rows of x and of the weights are made of whole vec4. ACTIVATION and the sizes stand in
// front.

@group(0) @binding(1) var<storage, read> x: array<vec4f>;
@group(0) @binding(2) var<storage, read> weights: array<vec4f>;
@group(0) @binding(3) var<storage, read> y: array<vec4f>;
@group(0) @binding(4) var<storage, read> upstream: array<vec4f>;
@group(0) @binding(5) var<storage, read_write> x_gradient: array<vec4f>;
@group(0) @binding(6) var<storage, read_write> weights_gradient: array<vec4f>;

// The gradient at the sums of four units, before their activation.
fn at_sums(i: u32) -> vec4f {
  switch ACTIVATION {
    case 1u: {
      return select(vec4f(), upstream[i], y[i] > vec4f());
    }
    case 2u: {
      return upstream[i] * (1f - y[i] * y[i]);
    }
    case 3u: {
      return upstream[i] * y[i] * (1f - y[i]);
    }
    default: {
      return upstream[i];
    }
  }
}

fn input_gradient(block: u32) {
  let deep = params.inputs / 4u;
  let wide = params.outputs / 4u;
  let down = (params.rows + 3u) / 4u;
  let column = block % deep;
  let row = block / deep % down * 4u;
  let network = block / (deep * down);

  // Beyond the last row the last one is summed again, and not stored.
  let start = network * params.rows;
  let rows = (start + min(row + vec4u(0u, 1u, 2u, 3u), vec4u(params.rows - 1u))) * wide;
  let first = (network * (params.inputs + 1u) + 4u * column) * wide;
  var sums = array<vec4f, 4>();
  for (var j = 0u; j < params.onward * wide; j++) {
    let at = first + j;
    let outgoing = mat4x4f(
      weights[at],
      weights[at + wide],
      weights[at + 2u * wide],
      weights[at + 3u * wide],
    );
    sums[0] += at_sums(rows.x + j) * outgoing;
    sums[1] += at_sums(rows.y + j) * outgoing;
    sums[2] += at_sums(rows.z + j) * outgoing;
    sums[3] += at_sums(rows.w + j) * outgoing;
  }
  for (var i = 0u; i < min(4u, params.rows - row); i++) {
    x_gradient[(start + row + i) * deep + column] = sums[i];
  }
}

fn weight_gradient(block: u32) {
  let deep = params.inputs / 4u;
  let wide = params.outputs / 4u;
  let column = block % wide;
  let input = block / wide % (deep + 1u);
  let network = block / (wide * (deep + 1u));
  let isBias = input == deep;

  let start = network * params.rows;
  var sums = array<vec4f, 4>();
  for (var row = start; row < start + params.rows; row++) {
    let arriving = at_sums(row * wide + column);
    // A bias is the weight of one more input, which is always 1.
    var values = vec4f(1f, 0f, 0f, 0f);
    if (!isBias) {
      values = x[row * deep + input];
    }
    sums[0] += values.x * arriving;
    sums[1] += values.y * arriving;
    sums[2] += values.z * arriving;
    sums[3] += values.w * arriving;
  }
  let to = (network * (params.inputs + 1u) + 4u * input) * wide + column;
  for (var i = 0u; i < select(4u, 1u, isBias); i++) {
    weights_gradient[to + i * wide] = sums[i];
  }
}

@compute @workgroup_size(32)
fn main(
  @builtin(workgroup_id) workgroup: vec3u,
  @builtin(num_workgroups) workgroups: vec3u,
  @builtin(local_invocation_index) local: u32,
) {
  let block = (workgroup.y * workgroups.x + workgroup.x) * 32u + local;
  let values = params.networks * ((params.rows + 3u) / 4u) * (params.inputs / 4u);
  let parameters = params.networks * (params.inputs / 4u + 1u) * (params.outputs / 4u);
  if (block < values) {
    input_gradient(block);
  } else if (block < values + parameters) {
    weight_gradient(block - values);
  }
}
