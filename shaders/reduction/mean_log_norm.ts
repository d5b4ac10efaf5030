import { kernel, spread } from '../../src/compute/kernel';
import wgsl from './mean_log_norm.wgsl?raw';

/**
 * From the logarithms by which each step changed a norm to the logarithm of the norm itself:
 * averaged over the networks and summed up over the steps so far, for each radius.
 */
export default kernel({
  name: 'mean_log_norm',
  dimensions: ['steps', 'networks', 'radii'],
  reads: { log_norms: { shape: ['steps', 'networks', 'radii'] } },
  writes: { mean: { shape: ['steps', 'radii'] } },
  variants: { serial: { wgsl, workgroups: ({ radii }) => spread(radii, 64) } },
  cpu({ dimensions: { steps, networks, radii }, buffers: { log_norms, mean } }) {
    for (let r = 0; r < radii; r += 1) {
      let total = 0;
      for (let step = 0; step < steps; step += 1) {
        let sum = 0;
        for (let network = 0; network < networks; network += 1) {
          sum += log_norms[(step * networks + network) * radii + r];
        }
        total += sum / networks;
        mean[step * radii + r] = total;
      }
    }
  },
  bound: {
    absolute: 1e-4,
    relative: 1e-5,
    why: 'up to 200 sums of totals below 1,000, each rounded to 2⁻²⁴ of it, the errors growing like a random walk',
  },
  edges: [
    {
      title: 'two networks are averaged, two steps summed up',
      dimensions: { steps: 2, networks: 2, radii: 1 },
      buffers: { log_norms: [1, 3, -5, -1] },
      expected: { mean: [2, -1] },
    },
  ],
});
