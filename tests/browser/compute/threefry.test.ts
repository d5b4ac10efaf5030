import { afterAll, expect, test } from 'vitest';
import { executeTwin } from '../../../src/compute/executor';
import { kernel } from '../../../src/compute/kernel';
import { openCompute } from '../../../src/compute/open';
import { threefry2x32, Random } from '../../../src/math/random';
import threefry from '../../../shaders/random/lib/threefry.wgsl?raw';

const { compute } = await openCompute('gpu');
afterAll(() => compute.close());

type Words = readonly [key0: number, key1: number, counter0: number, counter1: number];

/** Known answers published with the Random123 library, for 20 rounds. */
const published: [Words, [number, number]][] = [
  [
    [0, 0, 0, 0],
    [0x6b200159, 0x99ba4efe],
  ],
  [
    [0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff],
    [0x1cb996fc, 0xbb002be7],
  ],
  [
    [0x13198a2e, 0x03707344, 0x243f6a88, 0x85a308d3],
    [0xc4923a9c, 0x483df7a0],
  ],
];

const draw = kernel({
  name: 'threefry_words',
  dimensions: ['count'],
  reads: { words: { shape: ['count', 4], type: 'u32', fill: () => 0 } },
  writes: {
    drawn: { shape: ['count', 2], type: 'u32' },
    unit: { shape: ['count'] },
  },
  variants: {
    plain: {
      wgsl: `${threefry}
        struct Params { count: u32 }
        @group(0) @binding(0) var<uniform> params: Params;
        @group(0) @binding(1) var<storage, read> words: array<vec4u>;
        @group(0) @binding(2) var<storage, read_write> drawn: array<vec2u>;
        @group(0) @binding(3) var<storage, read_write> unit: array<f32>;
        @compute @workgroup_size(64)
        fn main(@builtin(global_invocation_id) id: vec3u) {
          if (id.x < params.count) {
            let word = words[id.x];
            drawn[id.x] = threefry2x32(word.xy, word.zw);
            unit[id.x] = uniform_from(drawn[id.x].x);
          }
        }`,
      workgroups: ({ count }) => [Math.ceil(count / 64), 1, 1],
    },
  },
  cpu({ dimensions: { count }, buffers: { words, drawn, unit } }) {
    for (let i = 0; i < count; i += 1) {
      const [a, b, c, d] = words.subarray(4 * i, 4 * i + 4);
      drawn.set(threefry2x32(a, b, c, d), 2 * i);
      unit[i] = (drawn[2 * i] >>> 8) / 2 ** 24;
    }
  },
  bound: { absolute: 0, relative: 0, why: 'whole numbers, and a product with a power of two' },
});

test.each(published)('the published answer for %j is %j', (words, answer) => {
  expect(threefry2x32(...words)).toEqual(answer);
});

test('WGSL and TypeScript give the same bits', async () => {
  const random = new Random(5);
  const drawn = Array.from({ length: 500 }, () => random.bits());
  const words = Uint32Array.from([...published.flatMap(([known]) => known), ...drawn]);
  const count = words.length / 4;
  const [bits, unit] = [compute.zeros(2 * count, 'u32'), compute.zeros(count)];
  compute.run(draw, {
    dimensions: { count },
    buffers: { words: compute.upload(words), drawn: bits, unit },
  });
  const twin = executeTwin(draw, { dimensions: { count }, buffers: { words } });
  const [drawnBits, drawnUnit] = await compute.readAll([bits, unit]);
  expect(drawnBits).toEqual(twin.drawn);
  expect([...drawnUnit]).toEqual([...twin.unit]);
});
