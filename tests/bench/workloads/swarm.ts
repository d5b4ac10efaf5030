import { optimizerIndex } from '../../../shaders/optimiser/lib/optimizer';
import swarm from '../../../shaders/optimiser/swarm';
import type { Compute } from '../../../src/compute/compute';
import { parseFormula } from '../../../src/math/formula-parse';
import { normals, once } from '../inputs';
import { onTfjs, tf, type TfjsProgram } from '../peers/tfjs';
import { runTwin } from '../../twin-compute';
import type { Program, Workload } from '../workload';

const WALKERS = 65_536;
const STEPS = 50;
const LR = 0.001;
const MOMENTUM = 0.9;

/** Himmelblau's function, as the exercise that has the swarm opens with. */
const surface = parseFormula('(x^2 + y - 11)^2 + (x + y^2 - 7)^2', ['x', 'y']);

const settings = { lr: LR, momentum: MOMENTUM, beta1: 0.9, beta2: 0.999, epsilon: 1e-8 };

/** Walkers from their starting positions, `STEPS` steps of momentum. */
function program(compute: Compute, positions: Float32Array): Program {
  const walkers = positions.length / 2;
  const planes = new Float32Array(6 * walkers);
  planes.set(positions);
  const start = compute.upload(planes);
  const next = compute.zeros(planes.length);
  const points = compute.zeros(4 * walkers);
  return {
    output: next,
    run() {
      compute.run(swarm, {
        dimensions: { walkers },
        knobs: {
          ...settings,
          optimizer: optimizerIndex.momentum,
          steps: STEPS,
          correction1: 0,
          correction2: 0,
        },
        slots: { surface },
        buffers: { state: start, next, points },
      });
    },
  };
}

/** One coordinate's step: its position and velocity after it. */
function step(position: tf.Tensor, velocity: tf.Tensor, slope: tf.Tensor): [tf.Tensor, tf.Tensor] {
  const next = tf.add(tf.mul(velocity, MOMENTUM), slope);
  return [tf.sub(position, tf.mul(next, LR)), next];
}

/** The slopes written out: the terms they share are computed once. */
function peer(): TfjsProgram {
  const [x0, y0] = [0, 1].map((axis) =>
    tf.tensor(positions().subarray(axis * WALKERS, (axis + 1) * WALKERS), [WALKERS]),
  );
  const still = tf.zeros([WALKERS]);
  let output: tf.Tensor | undefined;
  return {
    run() {
      output?.dispose();
      output = tf.tidy(() => {
        let [x, y, u, v] = [x0, y0, still, still];
        for (let i = 0; i < STEPS; i += 1) {
          const a = tf.sub(tf.add(tf.square(x), y), 11);
          const b = tf.sub(tf.add(x, tf.square(y)), 7);
          const alongX = tf.add(tf.mul(tf.mul(x, a), 4), tf.mul(b, 2));
          const alongY = tf.add(tf.mul(a, 2), tf.mul(tf.mul(y, b), 4));
          [x, u] = step(x, u, alongX);
          [y, v] = step(y, v, alongY);
        }
        return tf.concat([x, y]);
      });
      return output;
    },
    release() {
      for (const tensor of [x0, y0, still, output]) tensor?.dispose();
    },
  };
}

const positions = once(() => normals(11, 2 * WALKERS, 2));

const workload: Workload = {
  name: 'swarm',
  title: `swarm, ${WALKERS.toLocaleString('en')} walkers × ${STEPS} steps`,
  work: { amount: WALKERS * STEPS, unit: 'update' },
  bound: {
    absolute: 1e-3,
    relative: 1e-3,
    why: 'fifty steps, each rounded to 2⁻²³ of a slope of some hundreds; between two valleys that grows a hundredfold',
  },
  program: (compute) => program(compute, positions()),
  async expected() {
    const planes = runTwin((compute) => program(compute, positions()));
    // Where they are; the peers keep their velocities to themselves.
    return {
      at: Array.from({ length: 2 * WALKERS }, (_, i) => i),
      values: planes.slice(0, 2 * WALKERS),
    };
  },
  peers: onTfjs(peer),
  sizes: [4096, 16_384, 65_536, 262_144].map((walkers) => ({
    label: `${walkers.toLocaleString('en')} walkers`,
    work: walkers,
    program: (compute) => program(compute, normals(11, 2 * walkers, 2)),
  })),
};

export default [workload];
