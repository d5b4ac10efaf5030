// Products of matrices whose rows are made of whole vec4: what is given, and how four sums of a row
// are stored. The activations stand in front.

struct Params {
  batch: u32,
  rows: u32,
  inner: u32,
  columns: u32,
  biased: u32,
  activation: u32,
  first_workgroup: u32,
}

@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> a: array<vec4f>;
@group(0) @binding(2) var<storage, read> b: array<vec4f>;
@group(0) @binding(3) var<storage, read> bias: array<vec4f>;
@group(0) @binding(4) var<storage, read_write> c: array<vec4f>;

fn put(start: u32, row: u32, column: u32, sum: vec4f) {
  let wide = params.columns / 4u;
  if (row >= params.rows || column >= wide) {
    return;
  }
  var x = sum;
  if (params.biased == 1u) {
    x += bias[column];
  }
  c[start + row * wide + column] = activate(x, params.activation);
}

// Four rows of four sums, from a row and a column on; what lies beyond the last of them is left out.
fn put_rows(start: u32, row: u32, column: u32, sums: mat4x4f) {
  put(start, row, column, sums[0]);
  put(start, row + 1u, column, sums[1]);
  put(start, row + 2u, column, sums[2]);
  put(start, row + 3u, column, sums[3]);
}

// Four rows of b, from one on: a column of the matrix each.
fn rows_of_b(at: u32) -> mat4x4f {
  let wide = params.columns / 4u;
  return mat4x4f(b[at], b[at + wide], b[at + 2u * wide], b[at + 3u * wide]);
}
