import { afterAll, expect, test } from 'vitest';
import { requestDevice } from '../../../src/compute/device';
import { GpuCompute } from '../../../src/compute/gpu';
import { kernel } from '../../../src/compute/kernel';
import { Twins } from '../../../src/compute/twins';
import { LocalPort } from '../../../src/compute/worker-port';
import { scale } from '../../unit/compute/kernels';

const found = await requestDevice();
if ('kind' in found) throw new Error(found.sentence);
const memory = new Map<string, string>();
const card = GpuCompute.open(
  { ...found, adapter: 'hardware' },
  new Twins(() => new LocalPort(() => Promise.reject(new Error('nobody asks')))),
  () => performance.now(),
  memory,
);
afterAll(() => card.close());

test('on a graphics card real calls decide between the variants, by the GPU’s own clock', async () => {
  const { plain } = scale.variants;
  // The slow one goes a million times round for the same result.
  const slow = plain.wgsl.replace(
    'y[id.x] =',
    `var waste = 0f;
     for (var i = 0u; i < 1000000u; i++) { waste += sin(f32(i) + waste); }
     y[id.x] = min(abs(waste), 0f) +`,
  );
  const rich = kernel({ ...scale, variants: { slow: { ...plain, wgsl: slow }, plain } });
  const buffers = {
    x: card.upload(Float32Array.of(1, 2)),
    y: card.zeros(2),
    runs: card.zeros(1, 'u32'),
  };
  const call = { dimensions: { count: 2 }, knobs: { factor: 3, shift: 1 }, buffers };
  for (let i = 0; i < 5; i += 1) {
    card.run(rich, call);
    expect(await card.read(buffers.y)).toEqual(Float32Array.of(4, 7));
  }
  await expect.poll(() => [...memory.values()]).toEqual(['plain']);
});
