import type { Passage } from './retrieval';
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
/** Holds a claim against every sentence in the prompt. */
export function checked(
  text: string,
  cites: number | undefined,
  context: readonly Passage[],
): Claim {
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
