/** Cosines and sines of angles, [positions][pairs]. */
export interface Angles {
  readonly cosines: Float32Array;
  readonly sines: Float32Array;
}

/**
 * The angles of rotary embedding: position·base^(−i / pairs) for pair i (Su et al., 2021, section
 * 3.2.2), from position `first` on. They are computed in float64 and only then rounded: WGSL's own
 * sine and cosine are good to 2⁻¹¹, and within ±π.
 */
export function rotaryAngles(positions: number, pairs: number, base = 10_000, first = 0): Angles {
  const cosines = new Float32Array(positions * pairs);
  const sines = new Float32Array(positions * pairs);
  for (let i = 0; i < pairs; i += 1) {
    const frequency = base ** (-i / pairs);
    for (let position = 0; position < positions; position += 1) {
      const angle = (first + position) * frequency;
      cosines[position * pairs + i] = Math.cos(angle);
      sines[position * pairs + i] = Math.sin(angle);
    }
  }
  return { cosines, sines };
}
