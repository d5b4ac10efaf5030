import { show } from '../../../src/author';
import { leftAfter, type Model } from './model';
import { steps, threeDigits } from './solution';

/** The picture in words, as far as it is unfolded at time t. */
export function describe(model: Model, t: number): string {
  const { w_norm, tanh_prime, factor, after, verdict, half_life } = model;
  const parts = [
    `A recurrent network whose weights have norm ${show(w_norm)} and whose tanh has slope ${show(tanh_prime)}; a gradient travels ${model.steps} steps back.`,
  ];
  if (t >= steps.factor) parts.push(`One step multiplies it by at most ${show(factor)}.`);
  if (t >= steps.after) {
    const [quarter, half] = [0.25, 0.5].map((share) => Math.round(model.steps * share));
    parts.push(
      `A row of cells fades from 1 at step 0 over ${show(leftAfter(model, quarter), threeDigits)} after ${quarter} and ${show(leftAfter(model, half), threeDigits)} after ${half} to ${show(after, threeDigits)} after ${model.steps} steps, a curve on the linear axis and a straight line on the logarithmic one.`,
      'Marked there: 2⁻²⁴, lost when added to 1 in float32, and 2⁻¹²⁶, the smallest normal float32.',
    );
  }
  if (t >= steps.verdict) {
    parts.push(
      verdict === 'explodes'
        ? 'The true gradient lies anywhere below the curve: explodes is only what it can do.'
        : `The true gradient lies anywhere below the curve. It ${verdict}.`,
    );
  }
  if (t >= steps.half_life) parts.push(halfLife(half_life));
  return parts.join(' ');
}

function halfLife(steps: number | undefined): string {
  if (steps === undefined) return 'The bound grows, so nothing halves.';
  if (steps === Infinity) return 'Half of it is never lost.';
  return `Half of what is there is lost every ${show(steps)} steps.`;
}
