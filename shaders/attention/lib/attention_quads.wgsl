// What the forms of attention whose rows are made of whole vec4 are given, and how four queries end.
// The sizes stand in front.

@group(0) @binding(1) var<storage, read> q: array<vec4f>;
@group(0) @binding(2) var<storage, read> k: array<vec4f>;
@group(0) @binding(3) var<storage, read> v: array<vec4f>;
@group(0) @binding(4) var<storage, read_write> attended: array<vec4f>;
@group(0) @binding(5) var<storage, read_write> registers: array<vec2f>;

// Divides what was summed up for four queries, of which the last may stand there again, and leaves
// their registers. `own` is where the tokens of their head begin.
fn finish(own: u32, queries: vec4u, m: vec4f, l: vec4f) {
  let deep = params.width / 4u;
  let at = (own + queries) * deep;
  for (var d = 0u; d < deep; d++) {
    attended[at.x + d] /= l.x;
    if (at.y != at.x) {
      attended[at.y + d] /= l.y;
    }
    if (at.z != at.y) {
      attended[at.z + d] /= l.z;
    }
    if (at.w != at.z) {
      attended[at.w + d] /= l.w;
    }
  }
  registers[own + queries.x] = vec2f(m.x, l.x);
  registers[own + queries.y] = vec2f(m.y, l.y);
  registers[own + queries.z] = vec2f(m.z, l.z);
  registers[own + queries.w] = vec2f(m.w, l.w);
}
