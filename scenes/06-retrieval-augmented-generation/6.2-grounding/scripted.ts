import { Random } from '../../../src/author';
import { checked, type Claim } from './checker';
import type { Passage, Retrieval } from './retrieval';
import type { Givens } from './settings';

/** A passage answers where one sentence of it has this share of the question's words. */
const ANSWERS = 0.25;
/** Claims that temperature may add. */
const EXTRA = 2;
/** What is left of made-up claims under a prompt that forbids them. */
const OBEDIENCE = 0.4;

type Switches = Pick<Givens, 'strict_prompt' | 'temperature'>;

/**
 * What the scripted model writes: of each passage the sentence nearest to the question, where it
 * answers; else, unless the prompt forbids it, a falsehood; and by temperature a few more of those.
 */
export function answerTo(
  { question, falsehoods }: Retrieval,
  context: readonly Passage[],
  { strict_prompt: strict, temperature }: Switches,
): Claim[] {
  const random = new Random(seedOf(question));
  const made = falsehoods.values();
  const drawn = Array.from({ length: EXTRA }, () => random.uniform());
  const citing = Array.from(
    { length: context.length + EXTRA },
    () => strict || random.uniform() < 0.4,
  );
  const chance = Math.min(1, temperature / 2) * (strict ? OBEDIENCE : 1);
  const written = [
    ...context.flatMap(({ sentence, share }, i) => {
      if (share >= ANSWERS) return [{ text: sentence, from: i }];
      return strict || temperature === 0 ? [] : [{ text: made.next().value!, from: i }];
    }),
    ...drawn.flatMap((x, i) =>
      x < chance ? [{ text: made.next().value!, from: i % context.length }] : [],
    ),
  ];
  return written.map(({ text, from }, i) => checked(text, citing[i] ? from : undefined, context));
}

/** A number of the question's own, so that it is answered the same way every time. */
const seedOf = (text: string): number =>
  [...text].reduce((seed, letter) => (Math.imul(seed, 31) + letter.codePointAt(0)!) | 0, 7) >>> 0;
