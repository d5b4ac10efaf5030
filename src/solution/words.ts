import { Expression } from './expression';
import type { Words } from '../math/value';
import { wordOf } from './notation';

/** A list of words, one for each of several questions, as a matching answers them. */
export function wordsOf(list: readonly Expression<string>[]): Expression<Words> {
  const read = list.map(({ value, details }) => details.read ?? value).join(', ');
  const written = () => wordOf(read);
  return new Expression(
    list.map(({ value }) => value),
    { symbols: written, numbers: written },
    { read },
  );
}
