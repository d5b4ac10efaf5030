import type { Compute } from '../compute/compute';
import type { Training } from '../learn/training';
import type { Split } from './data-sets';
import type { Fate } from './fates';
import type { FeatureName } from './features';
import { Lens } from './lens';
import type { Settings } from './settings';
import { openTrainer, type Trainer } from './trainer';
import { membersOf, type Member } from './variation';

/**
 * Networks of one shape, each with an initialisation, a learning rate or a scale of its own, trained side
 * by side on the same batches. Each of them is the network that its settings lead to alone.
 */
export class Population {
  /** After how many steps a network's loss was a finite number for the last time, once it is none. */
  private readonly ended = new Map<Member, number>();
  /** The losses that the networks began with. */
  private begun: readonly number[] = [];

  private constructor(
    private readonly trainer: Trainer,
    private readonly lens: Lens,
    private readonly labels: readonly number[],
    private readonly members: readonly Member[],
  ) {}

  static async open(
    compute: Compute,
    settings: Settings,
    { training, test }: Split,
    size: number,
  ): Promise<Population> {
    const members = membersOf(settings, size);
    const trainer = await openTrainer(compute, settings, training, members);
    const seen = {
      weights: trainer.weights,
      activation: settings.activation,
      inputs: settings.inputs as readonly FeatureName[],
    };
    const points = test.map(({ x }) => x);
    const labels = test.map(({ label }) => label);
    const lens = new Lens(compute, seen, points);
    const population = new Population(trainer, lens, labels, members);
    population.begun = (await population.scores()).map(({ loss }) => loss);
    return population;
  }

  get step(): number {
    return this.trainer.training.step;
  }

  /** Takes so many steps; those that end before have no network left with a finite loss. */
  async advance(steps: number): Promise<boolean> {
    const { training } = this.trainer;
    const from = training.step;
    const broken = await training.advance(steps);
    const lost = this.members.some((member, i) => !this.ended.has(member) && isLost(training, i));
    if (broken || lost) await this.findEnds(from, from + steps);
    return broken === undefined;
  }

  /** Of every network, in their order. */
  async fates(): Promise<Fate[]> {
    const scores = await this.scores();
    return this.members.map((member, i): Fate => {
      const { loss } = scores[i];
      const now = Number.isFinite(loss) ? undefined : Math.max(0, this.step - 1);
      return { member, ...scores[i], begun: this.begun[i], ended: this.ended.get(member) ?? now };
    });
  }

  /** Takes the same steps once more, one at a time: between requests no one sees whose numbers end. */
  private async findEnds(from: number, to: number): Promise<void> {
    const { training } = this.trainer;
    let broken = await training.goTo(from);
    while (training.step < to && !broken) {
      broken = await training.advance(1);
      // A step's loss is that of the state it starts from.
      const last = broken?.step ?? Math.max(0, training.step - 2);
      this.members.forEach((member, i) => {
        if (!this.ended.has(member) && (broken || isLost(training, i)))
          this.ended.set(member, last);
      });
    }
  }

  private async scores(): Promise<{ readonly loss: number; readonly right: number }[]> {
    const { labels } = this;
    const [outputs] = await this.lens.look('last');
    return this.members.map((_, network) => {
      let [sum, right] = [0, 0];
      labels.forEach((label, i) => {
        const output = outputs[network * labels.length + i];
        sum += (output - label) ** 2;
        if (output * label > 0) right += 1;
      });
      return { loss: sum / labels.length, right: right / labels.length };
    });
  }
}

const isLost = ({ losses }: Training, network: number): boolean =>
  !Number.isFinite(losses[network]);
