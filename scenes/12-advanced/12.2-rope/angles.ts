import { rotaryAngles } from '../../../shaders/attention/lib/angles';
import { PAIRS, type Angles } from './settings';

interface Tables {
  readonly cosines: Float32Array<ArrayBuffer>;
  readonly sines: Float32Array<ArrayBuffer>;
}

/** The tables of positions that follow each other, from angles in either arithmetic. */
export function tablesOf(
  angles: Angles,
  {
    base,
    first,
    length,
  }: { readonly base: number; readonly first: number; readonly length: number },
): Tables {
  if (angles === 'float64') {
    const { cosines, sines } = rotaryAngles(length, PAIRS, base, first);
    return { cosines: Float32Array.from(cosines), sines: Float32Array.from(sines) };
  }
  const cosines = new Float32Array(length * PAIRS);
  const sines = new Float32Array(length * PAIRS);
  for (const [i, exact] of frequenciesOf(base).entries()) {
    const frequency = Math.fround(exact);
    for (let position = 0; position < length; position += 1) {
      // Only the angle is rounded: its cosine and sine are as good as they can be.
      const angle = Math.fround((first + position) * frequency);
      cosines[position * PAIRS + i] = Math.cos(angle);
      sines[position * PAIRS + i] = Math.sin(angle);
    }
  }
  return { cosines, sines };
}

/** Radians a position, of each pair. */
const frequenciesOf = (base: number): number[] =>
  Array.from({ length: PAIRS }, (_, i) => base ** (-i / PAIRS));

/** The score at a distance: the mean of the cosines of all pairs. */
export function scoresOf(base: number, distances: number): Float64Array {
  const frequencies = frequenciesOf(base);
  return Float64Array.from({ length: distances }, (_, distance) => {
    const sum = frequencies.reduce((all, frequency) => all + Math.cos(distance * frequency), 0);
    return sum / PAIRS;
  });
}

/** How far envelopes look: a score may rise again. */
const FURTHEST = 8192;

/** The most that is left of the score at each distance or beyond it, up to 8,192. */
export function envelopeOf(base: number): Float64Array {
  const scores = scoresOf(base, FURTHEST);
  let most = 0;
  return scores
    .map((score) => Math.abs(score))
    .reverse()
    .map((score) => (most = Math.max(most, score)))
    .reverse();
}
