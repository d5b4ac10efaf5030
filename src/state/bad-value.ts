/** What is wrong with something a reader wrote, as the end of a sentence about its field. */
export class BadValue extends Error {
  override readonly name = 'BadValue';
}

/** Enough of what was written to recognise it by. */
export function shorten(text: string): string {
  const characters = [...text];
  return characters.length > 24 ? `${characters.slice(0, 23).join('')}…` : text;
}
