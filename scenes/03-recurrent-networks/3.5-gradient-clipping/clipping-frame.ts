import {
  decades,
  key,
  learningCurves,
  svg,
  tiles,
  type Box,
  type LearningCurve,
  type ScaleFrame,
  type SVGTemplateResult,
} from '../../../src/author';
import { brokenBy, kept, type ClippingRace, type Run } from './clipping-race';
import { limitText } from './cliff-words';
import { LAST } from './settings';

/** Side by side from here on. */
const NARROWEST = 300;
const KEY_LINE = 26;
/** What is above leaves the chart: an explosion has forty decades. */
const HIGHEST = 1e6;
const LOWEST = 0.01;

/** Losses and norms of gradients of both trainings, on logarithmic axes. */
export function drawClipping(
  race: ClippingRace,
  step: number,
  frame: ScaleFrame,
): SVGTemplateResult {
  const { width, height } = frame;
  const { limit } = race.values;
  const room = { x: 0, y: KEY_LINE, width: width - 2, height: height - KEY_LINE };
  const [left, right] = tiles(room, 2, NARROWEST, 12);
  const level = { y: limit, text: `clipped at ${limitText(limit)}` };
  const chart = (name: 'loss' | 'norm', label: string, box: Box) =>
    learningCurves({
      ...{ box, steps: LAST, log: true, id: frame.id(name) },
      y: { domain: domainOf(race, name, step), label },
      curves: [curve(race.free, name, step), curve(race.clipped, name, step)],
      level: name === 'norm' ? level : undefined,
    });
  return svg`${key([{ text: 'without clipping', role: 'gradient', kind: 'line' }], width - 8, 0)}
    ${key([{ text: level.text, role: 'weight', kind: 'line' }], width - 180, 0)}
    ${chart('loss', 'loss', left)}
    ${chart('norm', 'norm of the gradient, before it is clipped', right)}`;

  function curve(run: Run, name: 'loss' | 'norm', by: number): LearningCurve {
    const broke = brokenBy(run, by);
    return {
      points: kept(run, name, by),
      role: run === race.free ? 'gradient' : 'weight',
      ended: broke === undefined ? undefined : `${run.broken!.loss} at step ${broke}`,
    };
  }
}

/** Around what there is by a step, from a hundredth at least and as far up as the chart goes. */
function domainOf(
  { free, clipped, values }: ClippingRace,
  name: 'loss' | 'norm',
  step: number,
): [number, number] {
  const all = [free, clipped].flatMap((run) => kept(run, name, step).map(([, y]) => y));
  const [low, high] = decades([...all, values.limit, LOWEST]);
  return [low, Math.min(high, HIGHEST)];
}
