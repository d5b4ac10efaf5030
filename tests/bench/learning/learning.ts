import { judge, type Verdict } from '../judge';
import type { Ours } from '../ours';
import { median } from '../timing';
import { openTfjs } from './libraries';
import { openObjects, openOurs, type Learner } from './learner';
import { ObjectNetwork } from './objects';
import { tasks, type Task } from './task';

/** Who trains: ours on the GPU, in Workers and on the page's own thread, TensorFlow.js, and objects. */
export const learners = [
  'ours gpu',
  'ours cpu',
  'ours cpu, page',
  'tfjs-webgpu',
  'tfjs-wasm',
  'tfjs-cpu',
  'objects',
] as const;
export type LearnerName = (typeof learners)[number];

export interface Learned {
  readonly name: LearnerName;
  /** What it could not do, and nothing else then. */
  readonly error?: string;
  readonly verdict?: Verdict;
  /** Network-steps a second, by round, and their median. */
  readonly rates?: readonly number[];
  readonly median?: number;
}

export interface TaskLearned extends Task {
  readonly results: readonly Learned[];
}

/** Steps after which everybody's weights are compared with those of the network of objects. */
const COMPARED = 5;
const BOUND = { absolute: 1e-5, relative: 1e-4 };

/** Milliseconds of a round, and the fewest steps in one. */
const ROUND = 250;
const MOST = 100_000;

const open = (name: LearnerName, task: Task, ours: Ours): Learner | Promise<Learner> => {
  switch (name) {
    case 'ours gpu':
      return openOurs(ours.gpu, task);
    case 'ours cpu':
      return openOurs(ours.workers, task);
    case 'ours cpu, page':
      return openOurs(ours.page, task);
    case 'tfjs-webgpu':
      return openTfjs('webgpu', task);
    case 'tfjs-wasm':
      return openTfjs('wasm', task);
    case 'tfjs-cpu':
      return openTfjs('cpu', task);
    case 'objects':
      return openObjects(task);
  }
};

async function time(learner: Learner, count: number): Promise<number> {
  await learner.select?.();
  const start = performance.now();
  await learner.steps(count);
  return performance.now() - start;
}

/** Steps that fill a round, found by taking more and more: the first ones are slower than all later. */
async function stepsFor(learner: Learner): Promise<number> {
  for (let count = 1; ; count *= 2) {
    const took = await time(learner, count);
    if (took > ROUND / 2 || count >= MOST) {
      return Math.max(1, Math.min(MOST, Math.round((count * ROUND) / Math.max(took, 0.1))));
    }
  }
}

interface Entrant {
  readonly name: LearnerName;
  readonly learner: Learner;
  readonly verdict: Verdict;
  readonly count: number;
  readonly rates: number[];
}

/** Everybody at one task: compared after a few steps, then timed in rounds, reversed in every other. */
async function learnTask(task: Task, ours: Ours, options: Options): Promise<TaskLearned> {
  const model = new ObjectNetwork(task);
  for (let step = 0; step < COMPARED; step += 1) model.step(step);
  const expected = { values: model.weights() };
  const entrants: Entrant[] = [];
  const failed: Learned[] = [];
  for (const name of learners) {
    if (options.only !== undefined && !name.startsWith(options.only)) continue;
    try {
      const learner = await open(name, task, ours);
      await time(learner, COMPARED);
      const verdict = judge(await learner.weights(), expected, { ...BOUND, why: '' });
      entrants.push({ name, learner, verdict, count: await stepsFor(learner), rates: [] });
    } catch (error) {
      failed.push({ name, error: error instanceof Error ? error.message : String(error) });
    }
  }
  for (let round = 0; round < options.rounds; round += 1) {
    for (const entrant of round % 2 === 0 ? entrants : [...entrants].reverse()) {
      const { learner, count, rates } = entrant;
      rates.push((learner.networks * count * 1000) / (await time(learner, count)));
    }
  }
  for (const { learner } of entrants) await learner.release();
  const results = entrants.map(({ name, verdict, rates }): Learned => ({
    name,
    verdict,
    rates,
    median: median(rates),
  }));
  return { ...task, results: [...results, ...failed] };
}

interface Options {
  readonly rounds: number;
  readonly only?: string;
}

export async function learn(ours: Ours, options: Options): Promise<TaskLearned[]> {
  const all: TaskLearned[] = [];
  for (const task of tasks) all.push(await learnTask(task, ours, options));
  return all;
}
