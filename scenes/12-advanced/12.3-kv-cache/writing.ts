import {
  compareWithTwin,
  encodeProse,
  Random,
  worse,
  type Agreement,
  type Compute,
  type Race,
} from '../../../src/author';
import { inFloat64 } from '../../../src/learn/reference';
import { drawn } from '../../../src/learn/transformer-reader';
import { Decoder, record, type Clock, type Decoded, type Network } from './decoder';
import type { ScaleGivens } from './settings';

/**
 * Within this logits agree. Each is a sum of some hundred products of numbers of some tens, rounded to
 * 2⁻²⁴, behind three layers whose norms keep an error from growing.
 */
const BOUND = { absolute: 5e-4, relative: 1e-5 };

export const ways = ['anew', 'cached'] as const;
export type Way = (typeof ways)[number];

type Both<T> = Readonly<Record<Way, T>>;

/** Writes a text on, each character drawn by the probability that a decoder gives it. */
class Writer {
  readonly text: number[];
  readonly steps: Decoded[] = [];
  private readonly random: Random;

  constructor(
    prompt: readonly number[],
    private readonly decoder: Decoder,
    seed: number,
  ) {
    this.text = [...prompt];
    this.random = new Random(seed, 2);
  }

  async write(): Promise<void> {
    const step = await this.decoder.next(this.text);
    this.steps.push(step);
    this.text.push(drawn(step.logits, this.random));
  }
}

/** The characters of a prompt that are read: the last ones, if they fill more than half the context. */
export const promptOf = ({ prompt }: ScaleGivens, { size }: Network): number[] =>
  [...encodeProse(prompt)].slice(-size.context / 2);

/** Two decoders that write the same text on, one of them with a cache. */
export class Writing implements Race {
  readonly runs = [this];
  readonly unit = 'multiply-adds';
  /** Characters that were written. */
  step = 0;

  private constructor(
    readonly network: Network,
    readonly prompt: readonly number[],
    private readonly writers: Both<Writer>,
    private readonly checked: Agreement,
  ) {}

  static async open(
    compute: Compute,
    network: Network,
    clock: Clock,
    values: ScaleGivens,
  ): Promise<Writing> {
    const prompt = promptOf(values, network);
    const writer = (keeps: boolean): Writer =>
      new Writer(prompt, new Decoder(compute, network, clock, keeps), values.seed);
    const checked = await check(compute, network, clock, prompt);
    return new Writing(network, prompt, { anew: writer(false), cached: writer(true) }, checked);
  }

  async goTo(step: number, signal?: AbortSignal): Promise<void> {
    const { anew, cached } = this.writers;
    while (this.step < step) {
      signal?.throwIfAborted();
      // One after the other: each has the device for itself while it is timed.
      await anew.write();
      await cached.write();
      this.step += 1;
    }
  }

  /** The prompt, and so many characters behind it. */
  textAt(way: Way, step: number): readonly number[] {
    return this.writers[way].text.slice(0, this.prompt.length + step);
  }

  /** How each of so many characters was computed. */
  stepsAt(way: Way, step: number): readonly Decoded[] {
    return this.writers[way].steps.slice(0, step);
  }

  /** How many characters of so many both have written alike, before the first that they have not. */
  alike(step: number): number {
    const [anew, cached] = ways.map((way) => this.textAt(way, step));
    const other = anew.findIndex((character, i) => character !== cached[i]);
    return other < 0 ? step : other - this.prompt.length;
  }

  /** Multiply-adds of a step, on average over all. */
  get each(): number {
    const all = ways.flatMap((way) => this.stepsAt(way, this.step));
    return all.reduce((sum, { work }) => sum + work, 0) / Math.max(1, this.step);
  }

  /** That of the prompt with float64, and of the two with one another as long as they read the same. */
  get agreement(): Agreement {
    const common = Math.min(this.step, this.alike(this.step) + 1);
    const [anew, cached] = ways.map((way) =>
      this.stepsAt(way, common).flatMap(({ logits }) => [...logits]),
    );
    return worse(this.checked, compareWithTwin(cached, anew, BOUND, 'of the two decoders'));
  }
}

/** What follows the prompt by either way, its last character read over a cache, beside float64. */
async function check(
  compute: Compute,
  network: Network,
  clock: Clock,
  prompt: readonly number[],
): Promise<Agreement> {
  const scope = compute.scope();
  const { tape, logits } = record(scope, network, prompt);
  const twin = (await inFloat64(scope, tape.calls))(logits.tensor);
  const exact = twin.slice(-network.size.vocabulary);
  const decoders = {
    anew: new Decoder(scope, network, clock, false),
    cached: new Decoder(scope, network, clock, true),
  };
  if (prompt.length > 1) await decoders.cached.next(prompt.slice(0, -1));
  const names: Both<string> = { anew: 'logits computed anew', cached: 'logits with a cache' };
  const agreements: Agreement[] = [];
  for (const way of ways) {
    const { logits: found } = await decoders[way].next(prompt);
    agreements.push(compareWithTwin(found, exact, BOUND, names[way]));
  }
  scope.release();
  return agreements.reduce(worse);
}
