/** Words that say nothing of what a text is about. */
const EMPTY = new Set(
  'a about all also an and any are as at be been by can could do does each for from had has have how if in into is it its may more most much no not of on one only or other so some such than that the their them then there these they this those to two was were what when where which who why will with without would you your'.split(
    ' ',
  ),
);

/** Words in small letters; whatever is not a letter parts them. */
const tokens = (text: string): string[] => text.toLowerCase().match(/\p{L}+/gu) ?? [];

/** A word without its ending, roughly: what a plain search takes for the same word. */
const stem = (word: string): string =>
  word.length > 3 ? word.replace(/(?:ies|es|s|ed|ing|ly)$/, '') : word;

/** The words a text is about, as they are written. */
export const contentWords = (text: string): string[] =>
  tokens(text).filter((word) => word.length > 1 && !EMPTY.has(word));

/** The same without their endings, each once. */
export const stemsOf = (text: string): readonly string[] => [
  ...new Set(contentWords(text).map(stem)),
];

export const sentencesOf = (text: string): string[] =>
  text.split(/(?<=[.?!])\s+(?=\p{Lu})/u).filter((sentence) => sentence !== '');

/** Which share of the words of one text stands in another. */
export function shareFound(words: readonly string[], inside: string): number {
  if (words.length === 0) return 0;
  const there = new Set(stemsOf(inside));
  return words.filter((word) => there.has(word)).length / words.length;
}
