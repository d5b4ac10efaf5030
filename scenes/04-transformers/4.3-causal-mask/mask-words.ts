import { decimals, show } from '../../../src/author';
import { BEGINNING, ways, type Pair, type Way } from './peeking';
import { CHECKED } from './settings';

/** Batches whose losses are taken together: one alone jumps up and down. */
const TOGETHER = 20;

export const names: Readonly<Record<Way, string>> = {
  masked: 'with the mask',
  open: 'without the mask',
};

/** The mean loss of the last batches up to a step, in bits a character. */
export function lossBy({ of }: Pair, way: Way, step: number): number {
  const last = Math.min(step, of[way].step);
  const first = Math.max(0, last + 1 - TOGETHER);
  let sum = 0;
  for (let at = first; at <= last; at += 1) sum += of[way].bits(at);
  return sum / (last + 1 - first);
}

const two = (x: number): string => show(x, decimals(2));

/** Characters of a text that are quoted. */
const QUOTED = 16;

const inOneLine = (text: string): string => text.replace(/\s+/g, ' ');

/** How the one without the mask goes on from the beginning. */
function continued({ of }: Pair, step: number): string {
  const text = inOneLine(of.open.writtenBy(step).text.slice(BEGINNING.length)).trim();
  return text === '' ? 'with nothing but spaces' : `with “${text.slice(0, QUOTED).trim()}…”`;
}

export function sayPair(pair: Pair, step: number): string {
  const [masked, open] = ways.map((way) => lossBy(pair, way, step));
  const costs = `After ${step} ${step === 1 ? 'step' : 'steps'} a character costs ${two(open)} bits without the mask and ${two(masked)} with it.`;
  return open < masked / 2
    ? `${costs} Yet the one without it goes on ${continued(pair, step)}: it had learned to copy the next character, and while it writes there is none.`
    : `${costs} The one without it has not yet found that the next character is in sight.`;
}

export const detailPair = `Losses are means of the last ${TOGETHER} batches. While a text is written, both see only what is there: the positions behind it are hidden from both. The first ${CHECKED} steps are compared with float64; later ones magnify every rounding, so devices part after some hundred steps and write other texts.`;

export function describePair(pair: Pair, step: number): string {
  const texts = ways.map((way) => {
    const { text, after } = pair.of[way].writtenBy(step);
    return `${names[way]}, after ${after} steps: ${inOneLine(text)}`;
  });
  return `Losses of both over the steps. Written ${texts.join('. Written ')}. ${sayPair(pair, step)}`;
}
