import { kernel, spread } from '../../src/compute/kernel';
import { rotaryAngles } from './lib/angles';
import direct from './rope.wgsl?raw';
import vec4 from './rope.vec4.wgsl?raw';

const quarter = rotaryAngles(1, 1);

/**
 * Rotary position embedding (Su et al., “RoFormer”, 2021, equation 34): each pair of neighbouring
 * entries (2i, 2i + 1) of a vector is turned by its position's angle for i. The angles come as
 * tables of cosines and sines (`rotaryAngles` in shaders/attention/lib/angles.ts, computed in float64), shared
 * by all sequences (and heads, where each is a sequence). `inverse` = 1 turns back, which is also the
 * gradient of turning.
 */
export default kernel({
  name: 'rope',
  dimensions: ['sequences', 'positions', 'pairs'],
  knobs: { inverse: { type: 'u32', min: 0, max: 1 } },
  reads: {
    vectors: { shape: ['sequences', 'positions', 'pairs', 2] },
    cosines: { shape: ['positions', 'pairs'], fill: (random) => 2 * random.uniform() - 1 },
    sines: { shape: ['positions', 'pairs'], fill: (random) => 2 * random.uniform() - 1 },
  },
  writes: { turned: { shape: ['sequences', 'positions', 'pairs', 2] } },
  variants: {
    vec4: {
      wgsl: vec4,
      workgroups: ({ sequences, positions, pairs }) =>
        spread((sequences * positions * pairs) / 2, 512),
      fits: ({ pairs }) => pairs % 2 === 0,
    },
    direct: {
      wgsl: direct,
      workgroups: ({ sequences, positions, pairs }) => spread(sequences * positions * pairs, 512),
    },
  },
  cpu({ dimensions: { sequences, positions, pairs }, knobs: { inverse }, buffers }) {
    const { vectors, cosines, sines, turned } = buffers;
    const angles = positions * pairs;
    const direction = inverse === 1 ? -1 : 1;
    for (let sequence = 0; sequence < sequences; sequence += 1) {
      for (let angle = 0; angle < angles; angle += 1) {
        const at = 2 * (sequence * angles + angle);
        const [x, y] = [vectors[at], vectors[at + 1]];
        const sine = direction * sines[angle];
        turned[at] = cosines[angle] * x - sine * y;
        turned[at + 1] = sine * x + cosines[angle] * y;
      }
    }
  },
  bound: {
    absolute: 2e-6,
    relative: 1e-6,
    why: 'two products of numbers of a few units and their difference, each rounded to 2⁻²⁴',
  },
  suite: { largest: { sequences: 3 } },
  edges: [
    {
      title: 'position 0 stays as it is',
      dimensions: { sequences: 1, positions: 1, pairs: 1 },
      knobs: { inverse: 0 },
      buffers: { vectors: [3, -4], cosines: [...quarter.cosines], sines: [...quarter.sines] },
      expected: { turned: [3, -4] },
    },
    {
      title: 'a quarter turn carries x to y, and back when inverse',
      dimensions: { sequences: 2, positions: 1, pairs: 1 },
      knobs: { inverse: 1 },
      buffers: { vectors: [0, 1, 1, 0], cosines: [0], sines: [1] },
      expected: { turned: [1, 0, 0, -1] },
    },
    {
      title: 'each position turns by its own angle',
      dimensions: { sequences: 1, positions: 6, pairs: 1 },
      knobs: { inverse: 0 },
      buffers: {
        vectors: [0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 1, 0],
        cosines: [0, 1, 2, 3, 4, 5].map((m) => Math.cos(0.5 * m)),
        sines: [0, 1, 2, 3, 4, 5].map((m) => Math.sin(0.5 * m)),
      },
      expected: {
        turned: [
          ...[0, 0, 0, 0, Math.cos(1), Math.sin(1)],
          ...[0, 0, 0, 0, Math.cos(2.5), Math.sin(2.5)],
        ],
      },
    },
  ],
});
