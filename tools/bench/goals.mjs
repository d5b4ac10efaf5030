// What we want to reach, as ratios (a peer's time over ours), shares of the machine's own ceilings,
// and milliseconds.

/**
 * @typedef {object} Goal
 * @property {string} ours  the contender of ours
 * @property {string} peer  the contender it is held against
 * @property {number} ratio  at least
 * @property {number} [stretch]
 */

/** @param {number} ratio @param {number} [stretch] @returns {Goal} */
const tfjsGpu = (ratio, stretch) => ({ ours: 'ours gpu', peer: 'tfjs-webgpu', ratio, stretch });
/** @param {number} ratio @returns {Goal} */
const jaxGpu = (ratio) => ({ ours: 'ours gpu', peer: 'jax-webgpu', ratio });
/** @param {number} ratio @param {number} [stretch] @returns {Goal} */
const tfjsCpu = (ratio, stretch) => ({ ours: 'ours cpu', peer: 'tfjs-wasm', ratio, stretch });

const matmul = [tfjsGpu(6, 8), jaxGpu(1.5), tfjsCpu(1, 1.5)];
const attention = [tfjsGpu(10, 14), jaxGpu(1.5), tfjsCpu(4)];

/** @type {Record<string, Goal[]>} */
export const goals = {
  'matmul-512': matmul,
  'matmul-1024': matmul,
  conv2d: [tfjsGpu(8, 12), tfjsCpu(1)],
  softmax: [tfjsGpu(12, 16), jaxGpu(3), tfjsCpu(1)],
  'attention-1024': attention,
  'attention-2048': attention,
  lstm: [tfjsGpu(14, 20), tfjsCpu(4)],
  mlp: [tfjsGpu(18, 40), tfjsCpu(1)],
  tanh: [tfjsGpu(2, 2.8), jaxGpu(1.5), tfjsCpu(2)],
  sum: [tfjsGpu(5), jaxGpu(1.3), tfjsCpu(1)],
  swarm: [tfjsGpu(38, 60), tfjsCpu(5)],
};

/**
 * Shares of a ceiling of the same run.
 * @type {{ workload: string, ours: string, ceiling: string, share: number }[]}
 */
export const shares = [
  { workload: 'matmul-512', ours: 'ours gpu', ceiling: 'wgslFma', share: 0.35 },
  { workload: 'matmul-1024', ours: 'ours gpu', ceiling: 'wgslFma', share: 0.35 },
  // The relaxed form runs where there is one: the higher of the two ceilings.
  { workload: 'matmul-512', ours: 'ours cpu, page', ceiling: 'wasmRelaxed', share: 0.6 },
  { workload: 'matmul-1024', ours: 'ours cpu, page', ceiling: 'wasmRelaxed', share: 0.6 },
  { workload: 'relu', ours: 'ours gpu', ceiling: 'wgslCopy', share: 0.8 },
  { workload: 'tanh', ours: 'ours gpu', ceiling: 'wgslCopy', share: 0.8 },
  { workload: 'sum', ours: 'ours gpu', ceiling: 'wgslRead', share: 0.8 },
];

/** Milliseconds until a kernel's first result. */
export const firstCall = 300;

/** Time of what is chosen over that of the best of our own. */
export const choice = 1.25;

/**
 * Network-steps a second of ours, of the quicker device where two are named, over those of a network of
 * objects.
 * @type {{ task: string, ours: string[], ratio: number }[]}
 */
export const learning = [
  {
    task: '2-8-8-1, batch 10',
    ours: ['ours cpu'],
    ratio: 2,
  },
  {
    task: '2-8-8-1, batch 128',
    ours: ['ours cpu'],
    ratio: 5,
  },
  {
    task: '2-64-64-1, batch 256',
    ours: ['ours cpu'],
    ratio: 10,
  },
  {
    task: '1,024 of 2-8-8-1, batch 10',
    ours: ['ours gpu', 'ours cpu'],
    ratio: 50,
  },
];
