import {
  dots,
  key,
  learningCurves,
  levelAcross,
  line,
  plot,
  show,
  svg,
  tiles,
  type Box,
  type KeyEntry,
  type Point,
  type Role,
  type ScaleFrame,
  type SVGTemplateResult,
} from '../../../src/author';
import type { Cell } from './recall';
import { accuracyAt, kinds, lossesOf, type RecallRace } from './recall-race';
import { STEPS, SYMBOLS } from './settings';

export const names: Readonly<Record<Cell, string>> = { rnn: 'plain network', lstm: 'LSTM' };
const roles: Readonly<Record<Cell, Role>> = { rnn: 'gradient', lstm: 'activation' };

/** Side by side from here on. */
const NARROWEST = 300;
const KEY_LINE = 26;

/** How much is recalled after each delay, and the losses on the way there. */
export function drawRecall(race: RecallRace, step: number, frame: ScaleFrame): SVGTemplateResult {
  const { width, height } = frame;
  const room = { x: 0, y: KEY_LINE, width: width - 2, height: height - KEY_LINE };
  const [left, right] = tiles(room, 2, NARROWEST, 12);
  return svg`${keys(width)}
    ${accuracies(race, step, left, frame)}
    ${learningCurves({
      box: right,
      id: frame.id('losses'),
      steps: STEPS,
      y: {
        domain: [0, 1.25 * Math.log(SYMBOLS)],
        label: `loss at a delay of ${race.delays.at(-1)}, faint: shorter delays`,
      },
      level: { y: Math.log(SYMBOLS), text: `guessing: ${show(Math.log(SYMBOLS))}` },
      curves: kinds.flatMap((cell) =>
        race.of[cell].map((run, i) => ({
          points: lossesOf(run, step),
          role: roles[cell],
          opacity: i < race.delays.length - 1 ? 0.25 : undefined,
        })),
      ),
    })}`;
}

function accuracies(
  race: RecallRace,
  step: number,
  box: Box,
  { id }: ScaleFrame,
): SVGTemplateResult {
  const { delays, of } = race;
  const longest = delays[delays.length - 1];
  const chart = plot({
    ...{ box, id: id('accuracies') },
    x: { domain: [0, longest], label: 'delay, in blanks', ticks: 6 },
    y: { domain: [0, 1], label: 'share of symbols recalled', ticks: 6 },
  });
  const marks = kinds.map((cell) => {
    const role = roles[cell];
    const points = of[cell].map((run, i): Point => [delays[i], accuracyAt(run, step)]);
    return svg`${line(chart, points, { role, style: cell === 'rnn' ? 'dashed' : 'solid' })}
      ${dots(
        chart,
        points.map((at) => ({ at, role, open: cell === 'lstm' })),
        cell === 'lstm' ? 7 : 4.5,
      )}`;
  });
  return svg`${chart.axes} ${levelAcross(chart, { y: 1 / SYMBOLS, text: `guessing: one in ${SYMBOLS}`, side: 'left' })}
    ${[...marks].reverse()}`;
}

function keys(width: number): SVGTemplateResult[] {
  return [...kinds].reverse().map((cell, i) => {
    const entry: KeyEntry = { text: names[cell], role: roles[cell], kind: 'line' };
    return key([entry], width - 8 - 130 * i, 0);
  });
}
