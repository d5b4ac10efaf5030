import type { Compute } from '../../../src/compute/compute';
import { openTrainer } from '../../../src/train/trainer';
import { membersOf } from '../../../src/train/variation';
import { ObjectNetwork } from './objects';
import { examples, settingsOf, type Task } from './task';

/** Somebody who trains, from where they stopped. */
export interface Learner {
  /** How many networks a step trains. */
  readonly networks: number;
  /** Makes it the one that computes; not timed. */
  select?(): Promise<void>;
  /** Takes so many steps; they are done when it resolves. */
  steps(count: number): void | Promise<void>;
  /** Of the first layer of the first network. */
  weights(): Float32Array | Promise<Float32Array>;
  release(): void | Promise<void>;
}

/** The training of the page, as the page runs it: batches drawn, losses read, checkpoints kept. */
export async function openOurs(compute: Compute, task: Task): Promise<Learner> {
  const scope = compute.scope();
  const { networks } = task;
  const settings = settingsOf(task);
  const members = membersOf(settings, networks);
  const trainer = await openTrainer(scope, settings, examples(), members);
  const { training, weights } = trainer;
  return {
    networks,
    async steps(count) {
      const broken = await training.advance(count);
      if (broken) throw new Error(`the loss is ${broken.loss} after step ${broken.step}`);
    },
    async weights() {
      const [, rows, outputs] = weights[0].shape;
      return (await training.read(weights[0].tensor)).slice(0, rows * outputs);
    },
    release: () => scope.release(),
  };
}

/** One network of objects, on the page's own thread: of a population one after the other. */
export function openObjects(task: Task): Learner {
  const network = new ObjectNetwork(task);
  let at = 0;
  return {
    networks: 1,
    steps(count) {
      for (const end = at + count; at < end; at += 1) network.step(at);
    },
    weights: () => network.weights(),
    release: () => {},
  };
}
