import { decimals, show } from '../../../src/author';
import { familyNames } from './analogies';
import type { Words } from './words';

const cosine = (x: number): string => show(x, decimals(2));

/** How many analogies of a family have the wanted word first, and how many there are. */
export function hitsOf({ shipped }: Words, family: string): { hits: number; of: number } {
  const own = shipped.filter(({ analogy }) => analogy.family === family);
  return {
    hits: own.filter(({ analogy, answers }) => answers[0].word === analogy.wanted).length,
    of: own.length,
  };
}

/** Words with a cosine above this are near as words go. */
export const NEAR = 0.5;

/** What was found, in one sentence or two. */
export function sayWords(words: Words): string {
  const { word, size, near, cosines } = words;
  const families = familyNames.map((family) => ({ family, ...hitsOf(words, family) }));
  families.sort((a, b) => b.hits / b.of - a.hits / a.of);
  const [best, worst] = [families[0], families[families.length - 1]];
  const analogies = `Analogies of the kind ${best.family} are solved best, ${best.hits} of ${best.of}; of ${worst.family}, ${worst.hits} of ${worst.of}.`;
  if (!near) {
    return `“${word}” has no vector: it is too rare in WordNet. ${analogies}`;
  }
  // The word itself is among them.
  const above = cosines.filter((x) => x > NEAR).length - 1;
  return `Nearest to “${word}” is “${near[0].word}”, at a cosine of ${cosine(near[0].cosine)}; ${above.toLocaleString('en')} of ${size.toLocaleString('en')} words are above ${NEAR}. ${analogies}`;
}
