import { show, significant } from '../../../src/author';
import { limitOfFirstSteps } from '../../../src/learn/first-steps';
import { brokenBy, CHECKED, kept, type ClippingRace, type Run } from './clipping-race';
import { limitText } from './cliff-words';

const short = (x: number): string => show(x, significant(2));

/** What became of a training by a step. */
function fate(run: Run, step: number): string {
  const broke = brokenBy(run, step);
  if (broke !== undefined) {
    return `the loss is ${run.broken!.loss} at step ${broke}; the last good state, of step ${run.broken!.step}, is kept`;
  }
  return `the loss is ${short(run.at('loss', step)[0])} after ${step} ${step === 1 ? 'step' : 'steps'}`;
}

const longest = (run: Run, step: number): number =>
  Math.max(
    ...kept(run, 'norm', step)
      .map(([, norm]) => norm)
      .filter(Number.isFinite),
  );

export const sayClipping = ({ free, clipped, values }: ClippingRace, step: number): string =>
  `Without clipping ${fate(free, step)}. Clipped at ${limitText(values.limit)}, ${fate(clipped, step)}; its longest gradient had a norm of ${short(longest(clipped, step))}.`;

export const detailClipping = `Both begin with the same weights and read the same numbers. The recurrent weights of their first ${CHECKED} steps are compared with float64. ${limitOfFirstSteps} An explosion magnifies every rounding, so devices may break at other steps.`;

export const describeClipping = (race: ClippingRace, step: number): string =>
  `Loss and norm of the gradient over the steps of training, on logarithmic axes. The longest gradient without clipping had a norm of ${short(longest(race.free, step))}. ${sayClipping(race, step)}`;
