/** Invisible twins of the characters of ASCII, which have no width: Unicode's tags. */
const TAGS = 0xe0000;

/** Cyrillic letters that look like Latin ones. */
const LOOKALIKES: Readonly<Record<string, string>> = {
  a: 'а',
  c: 'с',
  e: 'е',
  i: 'і',
  o: 'о',
  p: 'р',
  s: 'ѕ',
  x: 'х',
};

const LATIN = new Map(Object.entries(LOOKALIKES).map(([latin, other]) => [other, latin]));

/** A text in characters without width. */
export const taggedOf = (text: string): string =>
  Array.from(text, (c) => String.fromCodePoint(TAGS + c.charCodeAt(0))).join('');

/** A text in letters that only look the same. */
export const lookalikeOf = (text: string): string =>
  Array.from(text, (c) => LOOKALIKES[c] ?? c).join('');

/** What a model reads in either: it knows which letter is meant. */
export const latinOf = (text: string): string =>
  Array.from(text, (c) => {
    const code = c.codePointAt(0)!;
    return code >= TAGS ? String.fromCharCode(code - TAGS) : (LATIN.get(c) ?? c);
  }).join('');

/** What a person does not see, and a sanitiser takes out. */
export const visibleOf = (text: string): string =>
  text.replace(/<!--.*?-->|<span style="color:white">.*?<\/span>|[\u{e0000}-\u{e007f}]+/gu, '');
