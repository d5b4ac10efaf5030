import { optimizerIndex } from '../../../shaders/lib/optimizer';
import swarm from '../../../shaders/swarm';
import type { Compute, Tensor } from '../../../src/compute/compute';
import { parseFormula } from '../../../src/math/formula-parse';
import { normals, once } from '../inputs';
import { onTfjs, tf, type TfjsProgram } from '../peers/tfjs';
import { runTwin } from '../twin-compute';
import type { Program, Workload } from '../workload';

const WALKERS = 65_536;
const STEPS = 50;
const LR = 0.1;
const MOMENTUM = 0.9;

/** Steps that one dispatch takes. */
const MOST = 8;

/** A ravine, and its slope as a factor of each coordinate. */
const surface = parseFormula('x^2/20 + y^2', ['x', 'y']);
const slopes = Float32Array.of(0.1, 2);

const settings = { lr: LR, momentum: MOMENTUM, beta1: 0.9, beta2: 0.999, epsilon: 1e-8 };

/** Walkers from their starting places, `STEPS` steps of momentum. */
function program(compute: Compute, places: Float32Array): Program {
  const walkers = places.length / 2;
  const planes = new Float32Array(6 * walkers);
  planes.set(places);
  const start = compute.upload(planes);
  const turns: readonly Tensor[] = [0, 1].map(() => compute.zeros(planes.length));
  const points = compute.zeros(4 * walkers);
  const lengths = Array.from({ length: Math.ceil(STEPS / MOST) }, (_, i) =>
    Math.min(MOST, STEPS - i * MOST),
  );
  return {
    output: turns[(lengths.length - 1) % 2],
    run() {
      lengths.forEach((steps, i) => {
        compute.run(swarm, {
          dimensions: { walkers },
          knobs: {
            ...settings,
            optimizer: optimizerIndex.momentum,
            steps,
            correction1: 0,
            correction2: 0,
          },
          slots: { surface },
          buffers: { state: i === 0 ? start : turns[(i - 1) % 2], next: turns[i % 2], points },
        });
      });
    },
  };
}

/** Both coordinates of all walkers in one tensor: five operations a step. */
function onePeer(): TfjsProgram {
  const start = tf.tensor(places(), [2, WALKERS]);
  const slope = tf.tensor(slopes, [2, 1]);
  let output: tf.Tensor | undefined;
  return {
    run() {
      output?.dispose();
      output = tf.tidy(() => {
        let place = start;
        let velocity = tf.mul(place, slope);
        place = tf.sub(place, tf.mul(velocity, LR));
        for (let step = 1; step < STEPS; step += 1) {
          velocity = tf.add(tf.mul(velocity, MOMENTUM), tf.mul(place, slope));
          place = tf.sub(place, tf.mul(velocity, LR));
        }
        return place;
      });
      return output;
    },
    release() {
      for (const tensor of [start, slope, output]) tensor?.dispose();
    },
  };
}

const places = once(() => normals(11, 2 * WALKERS, 2));

const workload: Workload = {
  name: 'swarm',
  title: `swarm, ${WALKERS.toLocaleString('en')} walkers × ${STEPS} steps`,
  work: { amount: WALKERS * STEPS, unit: 'update' },
  bound: {
    absolute: 1e-4,
    relative: 1e-4,
    why: 'fifty steps, each rounded to 2⁻²³ of a place or a velocity of about ten',
  },
  program: (compute) => program(compute, places()),
  async expected() {
    const planes = runTwin((compute) => program(compute, places()));
    // Where they are; the peers keep their velocities to themselves.
    return {
      at: Array.from({ length: 2 * WALKERS }, (_, i) => i),
      values: planes.slice(0, 2 * WALKERS),
    };
  },
  peers: onTfjs(onePeer),
  sizes: [4096, 16_384, 65_536, 262_144].map((walkers) => ({
    label: `${walkers.toLocaleString('en')} walkers`,
    work: walkers,
    program: (compute) => program(compute, normals(11, 2 * walkers, 2)),
  })),
};

export default [workload];
