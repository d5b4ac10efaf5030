import type { Compute, ScaleStage } from '../../../src/author';
import { attentionMask } from '../../../src/learn/operations/masked';
import { Tape, type Value } from '../../../src/learn/tape';
import { slopesOf, transform, type Kept, type Size } from '../../../src/learn/transformer';

export type Clock = ScaleStage<unknown>['clock'];

/** A network that continues texts. */
export interface Network {
  readonly size: Size;
  readonly weights: readonly Value[];
}

/** How what follows a text was computed. */
export interface Decoded {
  readonly logits: Float32Array;
  /** Characters of the text that the network has in sight, and how many of them it read. */
  readonly context: number;
  readonly read: number;
  /** Products that were computed and added up. */
  readonly work: number;
  /** Milliseconds, the shortest of the runs. */
  readonly time: number;
}

/** What runs for the first time may have to be compiled first. */
const RUNS = 3;
/** What takes longer than this runs once, in milliseconds. */
const LONG = 20;

/** One new position over those that were kept, or all of them: the tape and the logits of its last. */
export function record(
  compute: Compute,
  { size, weights }: Network,
  tokens: readonly number[],
  past: readonly Kept[] = [],
) {
  const tape = new Tape(compute);
  const first = past.length === 0 ? 0 : past[0].keys.shape[1];
  const rows = tokens.length - first;
  const fresh = compute.upload(Uint32Array.from(tokens.slice(first)));
  const sight = { length: tokens.length, slopes: slopesOf(size), causal: true, first };
  const mask = compute.upload(attentionMask(sight));
  const { logits, kept } = transform(tape, tape.given([rows, 1], fresh), weights, {
    ...{ size, past },
    mask: tape.given([size.heads, rows, tokens.length], mask),
  });
  return { tape, logits, kept, rows };
}

/**
 * Where the text begins that a network still sees: when its positions are full, it goes on from the
 * last half of them.
 */
export function beginningOf(length: number, { context }: Size): number {
  const half = context / 2;
  return length <= context ? 0 : Math.ceil((length - context) / half) * half;
}

/** Computes what follows a text, and keeps the keys and values of every layer, or nothing. */
export class Decoder {
  private held: { compute: Compute & { release(): void }; past: readonly Kept[] } | undefined;
  private beginning = 0;

  constructor(
    private readonly compute: Compute,
    private readonly network: Network,
    private readonly clock: Clock,
    private readonly keeps: boolean,
  ) {}

  async next(text: readonly number[]): Promise<Decoded> {
    const { network, clock } = this;
    const beginning = beginningOf(text.length, network.size);
    if (beginning !== this.beginning) this.forget();
    this.beginning = beginning;
    const tokens = text.slice(beginning);
    const compute = this.compute.scope();
    const { tape, logits, kept, rows } = record(compute, network, tokens, this.held?.past);
    const plan = compute.plan(tape.calls);
    const { vocabulary } = network.size;
    const last = (rows - 1) * vocabulary;
    let time = Infinity;
    let found = new Float32Array();
    await compute.finished();
    for (let run = 0; run < RUNS && (run === 0 || time < LONG); run += 1) {
      const started = clock.now();
      plan.run(1);
      found = (await compute.read(logits.tensor, last, vocabulary)) as typeof found;
      time = Math.min(time, clock.now() - started);
    }
    plan.release();
    this.forget();
    if (this.keeps) this.held = { compute, past: kept };
    else compute.release();
    return { logits: found, context: tokens.length, read: rows, work: productsOf(tape), time };
  }

  private forget(): void {
    this.held?.compute.release();
    this.held = undefined;
  }
}

/** Products that a tape's calls compute and add up. */
export const productsOf = ({ calls }: Tape): number =>
  calls.reduce((sum, { kernel, call: { dimensions: d } }) => {
    if (kernel.name === 'layer') return sum + d.networks * d.rows * d.inputs * d.outputs;
    if (kernel.name === 'matmul') return sum + d.batch * d.rows * d.inner * d.columns;
    return sum;
  }, 0);
