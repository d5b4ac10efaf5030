import { decimals, show } from '../../../src/author';
import { limitOfFirstSteps } from '../../../src/learn/first-steps';
import type { Cell } from './recall';
import { accuracyAt, CHECKED, kinds, type RecallRace } from './recall-race';
import { SYMBOLS } from './settings';

/** The longest delay up to which everything is recalled; 0 where nothing is. */
function reachOf({ of, delays }: RecallRace, cell: Cell, step: number): number {
  const failed = of[cell].findIndex((run) => accuracyAt(run, step) < 1);
  return failed < 0 ? delays[delays.length - 1] : failed === 0 ? 0 : delays[failed - 1];
}

export function sayRecall(race: RecallRace, step: number): string {
  const { delays, of } = race;
  const longest = delays[delays.length - 1];
  const [plain, gated] = kinds.map((cell) => reachOf(race, cell, step));
  const up = (reach: number): string =>
    reach === 0
      ? 'at no delay'
      : reach === longest
        ? `at every delay up to ${reach}`
        : `up to a delay of ${reach}`;
  const named = SYMBOLS * accuracyAt(of.rnn[of.rnn.length - 1], step);
  const end =
    plain === longest
      ? ''
      : ` After ${longest} blanks that one names ${named} of ${SYMBOLS}${named > 1 ? '; guessing names 1' : ', as guessing does'}.`;
  return `After ${step} ${step === 1 ? 'step' : 'steps'} the LSTM recalls all ${SYMBOLS} symbols ${up(gated)}, the plain network ${up(plain)}.${end}`;
}

export const detailRecall = `Each delay has a network of either kind of its own. Their first ${CHECKED} steps are compared with float64, at the shortest delay. ${limitOfFirstSteps} Later steps magnify every rounding, so devices may differ by a symbol where one is being learned.`;

export function describeRecall(race: RecallRace, step: number): string {
  const of = (cell: Cell): string =>
    race.delays
      .map((delay, i) => `${show(accuracyAt(race.of[cell][i], step), decimals(3))} at ${delay}`)
      .join(', ');
  return `Share of symbols recalled by delay. LSTM: ${of('lstm')}. Plain network: ${of('rnn')}. ${sayRecall(race, step)}`;
}
