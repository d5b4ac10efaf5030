import counter from '../../../shaders/random/categorical_counts';
import { thresholds } from '../../../shaders/random/lib/thresholds';
import { compareWithTwin, type Agreement, type Compute, type Role } from '../../../src/author';
import type { Givens } from './model';

/** What becomes of a token: not chosen, or chosen and then one of three. */
export const FATES: readonly { readonly name: string; readonly role?: Role }[] = [
  { name: 'context' },
  { name: '[MASK]', role: 'gradient' },
  { name: 'random word', role: 'weight' },
  { name: 'unchanged', role: 'value' },
];

/** Counts of the fates among the first tokens of the draw. */
export interface Tally {
  readonly tokens: number;
  readonly counts: readonly number[];
}

/** The probability of each fate. */
export const probabilities = ({ mask_rate, mask, random, keep }: Givens): number[] => [
  1 - mask_rate,
  ...[mask, random, keep].map((share) => mask_rate * share),
];

/** The first tally; each later one has twice as many tokens, the last has all. */
const FIRST = 256;
/** Tokens that the twin draws as well. */
const CHECKED = 1 << 14;

const callOf = (givens: Givens, first: number, count: number) => ({
  dimensions: { rows: 1, classes: FATES.length, count },
  knobs: { seed: givens.draw, stream: 1, first },
});

/** Draws the fate of `count` tokens, a stretch at a time, and says what was counted up to each end. */
export async function tally(
  compute: Compute,
  givens: Givens,
  count: number,
  progress: (share: number) => void,
): Promise<Tally[]> {
  const ends: number[] = [];
  for (let end = FIRST; end < count; end *= 2) ends.push(end);
  const cumulative = compute.upload(thresholds(probabilities(givens)));
  const counts = compute.zeros(FATES.length, 'u32');
  const tallies: Tally[] = [];
  let from = 0;
  for (const end of [...ends, count]) {
    compute.run(counter, {
      ...callOf(givens, from, end - from),
      buffers: { thresholds: cumulative, counts },
    });
    tallies.push({ tokens: end, counts: [...(await compute.read(counts))] });
    progress(end / count);
    from = end;
  }
  return tallies;
}

/** The counts of the first tokens against the twin's. */
export async function checkTally(
  compute: Compute,
  givens: Givens,
  all: readonly Tally[],
): Promise<Agreement> {
  const checked = all.findLast(({ tokens }) => tokens <= CHECKED) ?? all[0];
  const twin = await compute.twin(counter, {
    ...callOf(givens, 0, checked.tokens),
    buffers: {
      thresholds: [...thresholds(probabilities(givens))],
      counts: FATES.map(() => 0),
    },
  });
  const what = `counts of the first ${checked.tokens.toLocaleString('en')} tokens`;
  return compareWithTwin(checked.counts, twin.counts, counter.bound, what);
}

/** The standard deviation of a count among so many tokens, each counted with this probability. */
export const usualOf = (tokens: number, probability: number): number =>
  Math.sqrt(tokens * probability * (1 - probability));

/** How far a count is from its expectation, and how far it usually is. */
export interface Deviation {
  readonly observed: number;
  readonly expected: number;
  readonly off: number;
  readonly usual: number;
}

export function deviation(observed: number, tokens: number, probability: number): Deviation {
  const expected = tokens * probability;
  return { observed, expected, off: observed - expected, usual: usualOf(tokens, probability) };
}

/** The same for all chosen tokens together. */
export const chosenIn = ({ tokens, counts }: Tally, rate: number): Deviation =>
  deviation(tokens - counts[0], tokens, rate);
