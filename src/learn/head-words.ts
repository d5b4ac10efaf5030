import { inProse, nameOfCharacter, sayReplaced } from '../math/prose';
import { slopeOf, type HeadAt } from './heads';

export const nameOfHead = ({ layer, head }: HeadAt): string =>
  `head ${head + 1} of layer ${layer + 1}`;

/** How much a score loses with each character of distance. */
export function saySlope(at: Pick<HeadAt, 'head'>): string {
  const slope = slopeOf(at);
  return slope < 1 ? `1/${1 / slope}` : String(slope);
}

/** A key as one of its queries sees it. */
export const sayKey = (text: string, query: number, key: number): string =>
  key === query ? 'itself' : `${nameOfCharacter(text[key])} ${query - key} back`;

/** That a character does not see another. */
export const sayHidden = (text: string, query: number, key: number): string =>
  `${nameOfCharacter(text[query])} does not see ${nameOfCharacter(text[key])}, which follows it`;

/** What is said of a text that was read: which characters as others, and where it is cut. */
export function sayRead(written: string, text: string): string | undefined {
  const whole = inProse(written).length;
  const cut =
    whole > text.length
      ? `The first ${text.length} of ${whole} characters are read: the network's context holds no more.`
      : undefined;
  return [sayReplaced(written), cut].filter(Boolean).join(' ') || undefined;
}
