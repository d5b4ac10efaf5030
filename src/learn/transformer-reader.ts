import type { Compute } from '../compute/compute';
import type { Plan } from '../compute/plan';
import type { Tensor } from '../compute/tensor';
import type { Random } from '../math/random';
import { attentionMask } from './operations/masked';
import { Tape, type Value } from './tape';
import { slopesOf, transform, type Size, type Transformed } from './transformer';

/** What a reader is made for. */
export interface Reading {
  readonly size: Size;
  readonly causal: boolean;
  /** Tokens of a text, no more than the context. */
  readonly length: number;
  /** Texts that are read at once, 1 unless said. */
  readonly batch?: number;
}

/** Reads texts with the weights that it is given, which may still be learning. */
export class TransformerReader {
  private readonly tokens: Tensor;
  private readonly mask: Tensor;
  private readonly made: Transformed;
  private readonly plan: Plan;

  constructor(
    private readonly compute: Compute,
    weights: readonly Value[],
    readonly reading: Reading,
  ) {
    const { size, length, batch = 1 } = reading;
    const tape = new Tape(compute);
    this.tokens = compute.zeros(length * batch, 'u32');
    this.mask = compute.zeros(size.heads * length * length);
    this.made = transform(tape, tape.given([length, batch], this.tokens), weights, {
      size,
      mask: tape.given([size.heads, length, length], this.mask),
    });
    this.plan = compute.plan(tape.calls);
  }

  /** Reads tokens of length × batch, of which the first positions, all unless said, are there. */
  read(tokens: Uint32Array, present = this.reading.length): void {
    const { size, length, causal } = this.reading;
    this.compute.write(this.tokens, tokens);
    const sight = { length, slopes: slopesOf(size), causal, present };
    this.compute.write(this.mask, attentionMask(sight));
    this.plan.run(1);
  }

  /** Of what follows at each position: length × batch × vocabulary. */
  logits(): Promise<Float32Array> {
    return this.compute.read(this.made.logits.tensor) as Promise<Float32Array>;
  }

  /** What each position takes from which in a layer: batch × heads × length × length. */
  attention(layer: number): Promise<Float32Array> {
    return this.compute.read(this.made.attention[layer].tensor) as Promise<Float32Array>;
  }

  /** Goes on from the beginning of a text, token by token, each drawn by its probability. */
  async goOn(beginning: ArrayLike<number>, count: number, random: Random): Promise<number[]> {
    const { size, length } = this.reading;
    const text = Array.from(beginning);
    for (let i = 0; i < count; i += 1) {
      const seen = text.slice(-length);
      const tokens = new Uint32Array(length);
      tokens.set(seen);
      this.read(tokens, seen.length);
      const first = (seen.length - 1) * size.vocabulary;
      const logits = await this.compute.read(this.made.logits.tensor, first, size.vocabulary);
      text.push(drawn(logits, random));
    }
    return text;
  }

  release(): void {
    this.plan.release();
  }
}

/** A token by its probability, the softmax of the logits. */
export function drawn(logits: ArrayLike<number>, random: Random): number {
  const largest = Array.from(logits).reduce((a, b) => Math.max(a, b));
  const powers = Array.from(logits, (logit) => Math.exp(logit - largest));
  let rest = random.uniform() * powers.reduce((a, b) => a + b);
  const found = powers.findIndex((power) => (rest -= power) < 0);
  return found < 0 ? powers.length - 1 : found;
}
