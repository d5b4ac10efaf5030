import { Random } from '../../../src/author';
import type { Passage, Retrieval } from './retrieval';
import type { Givens } from './settings';
import { sentencesOf, shareFound, stemsOf } from './text';

/** One claim of the answer, with what the checker made of it. */
export interface Claim {
  readonly text: string;
  /** The position in the prompt of the passage it cites, if it cites one. */
  readonly cites?: number;
  /** The position of the passage that has its words, if one does: measured, not known. */
  readonly evidence?: number;
  /** The largest share of its words that one sentence of the prompt has. */
  readonly share: number;
  readonly rightlyCited: boolean;
}

/** A claim is supported where one sentence has this share of its words. */
export const SUPPORT = 0.8;
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

/** Holds a claim against every sentence in the prompt. */
function checked(text: string, cites: number | undefined, context: readonly Passage[]): Claim {
  const words = stemsOf(text);
  const shares = context.map((passage) =>
    Math.max(0, ...sentencesOf(passage.text).map((sentence) => shareFound(words, sentence))),
  );
  const share = Math.max(0, ...shares);
  return {
    ...{ text, cites, share },
    evidence: share >= SUPPORT ? shares.indexOf(share) : undefined,
    rightlyCited: cites !== undefined && shares[cites] >= SUPPORT,
  };
}

/** A number of the question's own, so that it is answered the same way every time. */
const seedOf = (text: string): number =>
  [...text].reduce((seed, letter) => (Math.imul(seed, 31) + letter.codePointAt(0)!) | 0, 7) >>> 0;
