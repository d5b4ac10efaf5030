import type { Compute } from '../compute/compute';
import type { Broken } from '../learn/training';
import { nextKept, scoreOf, type Score } from './curve';
import type { Split } from './data-sets';
import { editsOf, type Edit } from './edits';
import type { FeatureName } from './features';
import { gridPoints, Lens } from './lens';
import { weightIndex } from './network';
import type { Settings } from './settings';
import { sizesOf } from './shape';
import { openTrainer, type Trainer } from './trainer';

/** Everything the page shows of the network at a step. */
export interface Look {
  readonly score: Score;
  /** Of each layer: (inputs + 1) × outputs, biases last. */
  readonly weights: readonly Float32Array[];
  /** What each layer puts out over the grid of the plane: cells × units. */
  readonly fields: readonly Float32Array[];
}

/**
 * One network in training, with its curve. Where it stands is a function of the settings, of the
 * weights that were set by hand, and of the step.
 */
export class Run {
  private scores: Score[] = [];
  private edits: readonly Edit[];
  broken: Broken | undefined;

  private constructor(
    private readonly settings: Settings,
    private readonly split: Split,
    private readonly trainer: Trainer,
    private readonly over: { readonly examples: Lens; readonly grid: Lens },
  ) {
    this.edits = editsOf(settings.edits);
  }

  static async open(compute: Compute, settings: Settings, split: Split): Promise<Run> {
    const { activation } = settings;
    const trainer = await openTrainer(compute, settings, split.training);
    const seen = {
      weights: trainer.weights,
      activation,
      inputs: settings.inputs as readonly FeatureName[],
    };
    const points = [...split.training, ...split.test].map(({ x }) => x);
    const over = {
      examples: new Lens(compute, seen, points),
      grid: new Lens(compute, seen, gridPoints()),
    };
    const run = new Run(settings, split, trainer, over);
    await run.apply(0);
    await run.score();
    return run;
  }

  get step(): number {
    return this.trainer.training.step;
  }

  /** Scores so far, at the steps `nextKept` names. */
  get curve(): readonly Score[] {
    return this.scores;
  }

  /** States that are kept to step back with. */
  get memory(): { readonly count: number; readonly bytes: number } {
    return this.trainer.training.checkpoints;
  }

  /** Goes to a step, on or back; stops between two chunks when the signal aborts. */
  async goTo(target: number, signal?: AbortSignal): Promise<void> {
    const { training } = this.trainer;
    if (target < this.step) await this.back(target);
    // Training goes on while the scores of steps behind it are on their way.
    const scores: Promise<Score>[] = [];
    while (this.step < target && !signal?.aborted && !this.broken) {
      const edit = this.edits.find(({ step }) => step > this.step)?.step ?? Infinity;
      this.broken = await training.advance(Math.min(target, nextKept(this.step), edit) - this.step);
      if (this.broken) break;
      await this.apply(this.step);
      if (this.step !== nextKept(this.step - 1)) continue;
      const score = this.now();
      // Whatever fails below is said; what was asked for beside it then fails unheard.
      score.catch(() => undefined);
      scores.push(score);
    }
    this.scores.push(...(await Promise.all(scores)));
    if (this.broken) this.scores = this.scores.filter(({ step }) => step <= this.step);
  }

  /** Sets a weight by hand: what was set later is forgotten, as its future is another now. */
  async set(edit: Omit<Edit, 'step'>): Promise<readonly Edit[]> {
    const made = { ...edit, step: this.step };
    const kept = this.edits.filter(({ step }) => step <= this.step);
    this.edits = [...kept.filter((other) => !sameWeight(other, made)), made];
    await this.apply(this.step);
    this.scores = this.scores.filter(({ step }) => step < this.step);
    await this.score();
    this.broken = undefined;
    return this.edits;
  }

  /** What there is to see now. */
  async look(): Promise<Look> {
    const { training, weights } = this.trainer;
    const [own, fields, score] = await Promise.all([
      training.readAll(weights.map(({ tensor }) => tensor)),
      this.over.grid.look('all'),
      this.now(),
    ]);
    return { weights: own, fields, score };
  }

  /** To the checkpoint before the target: one at the step of an edit holds what was set there. */
  private async back(target: number): Promise<void> {
    const { training } = this.trainer;
    await training.goTo(training.checkpoints.before(target)!.step);
    this.broken = undefined;
    this.scores = this.scores.filter(({ step }) => step <= this.step);
  }

  private async apply(step: number): Promise<void> {
    const due = this.edits.filter((edit) => edit.step === step);
    if (due.length === 0) return;
    const sizes = sizesOf(this.settings);
    for (const { layer, from, to, value } of due) {
      const at = weightIndex(from, to, sizes[layer + 1]);
      this.trainer.training.write(this.trainer.weights[layer].tensor, Float32Array.of(value), at);
    }
    await this.trainer.training.changed();
  }

  private async score(): Promise<void> {
    this.scores.push(await this.now());
  }

  private async now(): Promise<Score> {
    const { step } = this;
    const { training, test } = this.split;
    const labels = [...training, ...test].map(({ label }) => label);
    const [outputs] = await this.over.examples.look('last');
    return scoreOf(step, outputs, labels, training.length);
  }
}

const sameWeight = (a: Edit, b: Edit): boolean =>
  a.step === b.step && a.layer === b.layer && a.from === b.from && a.to === b.to;
