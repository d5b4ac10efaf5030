import { decodeProse } from '../../../src/author';
import { productsOfLast, timesOf } from './writing-curves';
import { ways, type Way, type Writing } from './writing';

export const names: Readonly<Record<Way, string>> = {
  anew: 'all computed again',
  cached: 'with the cache',
};

const count = (n: number): string =>
  n >= 1e6
    ? `${(n / 1e6).toLocaleString('en', { maximumSignificantDigits: 3 })} million`
    : Math.round(n).toLocaleString('en');
const two = (x: number): string => x.toLocaleString('en', { maximumSignificantDigits: 2 });

/** What the last characters cost by either way. */
export function sayWriting(writing: Writing, step: number): string {
  const last = productsOfLast(writing, step);
  const alike = writing.alike(step);
  const same =
    alike === step
      ? `Both wrote the very same ${step} characters.`
      : `Both wrote the same ${alike} characters; at the next, rounding drew another.`;
  if (!last) return same;
  const { context, anew, cached } = last;
  const times = timesOf(writing, step).findLast((each) => each.cached !== undefined)!;
  return `${same} With ${context} characters in sight, one more took ${count(anew)} multiply-adds without the cache and ${count(cached)} with it, ${two(anew / cached)} times fewer. That took ${two(times.anew)} ms against ${two(times.cached!)} ms.`;
}

/** The picture as text, with its numbers. */
export function describeWriting(writing: Writing, step: number): string {
  const texts = ways.map((way) => `${names[way]}: “${decodeProse(writing.textAt(way, step))}”`);
  return `Two texts, ${texts.join('; ')}. Charts of multiply-adds and of time for each character, over the characters in sight. ${sayWriting(writing, step)}`;
}
