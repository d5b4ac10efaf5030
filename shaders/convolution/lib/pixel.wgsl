// A pixel of the line of `image` that begins at `at` and has `end` pixels; zero outside, where WGSL
// answers with some other pixel. Columns left of the image are the largest numbers there are.
fn pixel(at: u32, column: u32, end: u32) -> f32 {
  return select(0f, image[at + column], column < end);
}
