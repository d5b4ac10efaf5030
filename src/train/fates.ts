import { print } from '../math/format';
import { lossText } from './curve';
import type { Settings } from './settings';
import { valueOf, type Member } from './variation';

/** A network has learned when so many of the test examples are on the right side. */
export const LEARNED = 0.95;

/** What became of a network: how it does on the test examples. */
export interface Fate {
  readonly member: Member;
  /** Mean squared errors: now, and before the first step. */
  readonly loss: number;
  readonly begun: number;
  /** Share of examples on the right side. */
  readonly right: number;
  /** The last step after which its loss was a finite number, once it is none. */
  readonly ended?: number;
}

export const hasLearned = ({ right, ended }: Fate): boolean =>
  ended === undefined && right >= LEARNED;

/** What networks differ in, if it is a number that can be laid along an axis. */
export const variedNames = {
  lr: { one: 'learning rate', many: 'learning rates' },
  scale: { one: 'scale', many: 'scales' },
} as const;

/** What became of all of them, in a few sentences. */
export function fatesInWords(
  fates: readonly Fate[],
  step: number,
  { vary }: Pick<Settings, 'vary'>,
): string {
  const going = fates.filter(({ ended }) => ended === undefined);
  const ranked = [...going].sort((a, b) => a.loss - b.loss);
  const learned = fates.filter(hasLearned);
  const counted = `After ${step} steps ${countText(learned.length)} of ${countText(fates.length)} networks have at least ${100 * LEARNED} % of the test examples on the right side`;
  if (vary !== 'weights') return `${counted}${alongAxis(fates, ranked, vary)}`;
  const losses =
    ranked.length > 0
      ? ` Their losses go from ${lossText(ranked[0].loss)} to ${lossText(ranked.at(-1).loss)}: only the weights they began with differ.`
      : '';
  const ended = fates.length - going.length;
  return `${counted}.${losses}${ended > 0 ? ` The numbers of ${networks(ended, fates.length)} ended.` : ''}`;
}

/** Which values lead where: those that learn, the best, and the first above it that makes things worse. */
function alongAxis(
  fates: readonly Fate[],
  ranked: readonly Fate[],
  vary: keyof typeof variedNames,
): string {
  const { one, many } = variedNames[vary];
  const text = ({ member }: Fate): string => print(valueOf(member, { vary }));
  const learned = fates.filter(hasLearned);
  const range =
    learned.length > 1
      ? `, all with ${many} from ${text(learned[0])} to ${text(learned.at(-1))}`
      : learned.map((only) => `, with the ${one} ${text(only)}`).join('');
  const [best] = ranked;
  if (!best) return `${range}. The numbers of all of them ended.`;
  const worse = fates
    .slice(fates.indexOf(best) + 1)
    .find(({ ended, loss, begun }) => ended !== undefined || loss > begun);
  const how =
    worse?.ended === undefined
      ? 'has a higher loss than it began with'
      : `ends after step ${worse.ended}, in numbers too large to hold`;
  const diverges = worse ? ` The first above it that diverges, ${text(worse)}, ${how}.` : '';
  return `${range}. The lowest loss, ${lossText(best.loss)}, comes with ${text(best)}.${diverges}`;
}

const countText = (count: number): string => count.toLocaleString('en-GB');

function networks(count: number, of: number): string {
  if (count === of) return 'all of them';
  return count === 1 ? 'one network' : `${countText(count)} networks`;
}
