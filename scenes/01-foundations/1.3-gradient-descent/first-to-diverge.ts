import swarm from '../../../shaders/optimiser/swarm';
import type { Compute } from '../../../src/author';
import type { Landscape } from './landscape';
import { outcomeOf } from './outcome';
import type { ScaleGivens } from './settings';
import { knobsOf, RECORDED, spreadOver } from './swarm-run';

/** Learning rates that are tried, up to where no parabola is stable any more. */
export const STEP = 0.05;
export const LAST = 2.2;
const RATES = Array.from({ length: Math.round(LAST / STEP) }, (_, i) =>
  Number((STEP * (i + 1)).toFixed(2)),
);
/** Walkers that try each, spread as evenly as all of them, and their steps in a call. */
const WALKERS = 256;
const EACH = 60;

/** The smallest learning rate at which a walker diverges; nothing where none does. */
export async function firstToDiverge(
  compute: Compute,
  landscape: Landscape,
  givens: ScaleGivens,
): Promise<number | undefined> {
  const begin = compute.upload(spreadOver(landscape.square, WALKERS));
  const working = [compute.zeros(begin.length), compute.zeros(begin.length)];
  const points = compute.zeros(4 * WALKERS);
  const outcomes = await Promise.all(
    RATES.map(async (lr) => {
      for (let tick = 0; tick < RECORDED; tick += EACH) {
        const half = (tick / EACH) % 2;
        compute.run(swarm, {
          dimensions: { walkers: WALKERS },
          knobs: knobsOf({ ...givens, lr }, tick, EACH),
          slots: { surface: landscape.formula },
          buffers: {
            ...{ state: tick === 0 ? begin : working[1 - half], next: working[half] },
            points,
          },
        });
      }
      // Read in the order of the queue: before the next rate begins.
      return outcomeOf(await compute.read(points), landscape);
    }),
  );
  return RATES.find((_, i) => outcomes[i].diverged > 0);
}
