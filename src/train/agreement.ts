import { compare } from '../compute/agreement';
import type { Agreement, Compute } from '../compute/compute';
import type { Numbers } from '../compute/numbers';
import { twinSteps } from '../learn/twin-steps';
import type { Split } from './data-sets';
import type { Settings } from './settings';
import { openTrainer } from './trainer';

/** Steps that are taken again: differences grow from step to step, as all of descent's do. */
export const COMPARED_STEPS = 5;

/** Sums of up to some hundred products are rounded to 2⁻²⁴ of them, and a step hands that on. */
const BOUND = { absolute: 1e-5, relative: 1e-4 };

/**
 * How near the weights after the first steps of a run are to those of the same steps in float64;
 * nothing where their numbers end before.
 */
export async function agreementOf(
  compute: Compute,
  settings: Settings,
  { training: examples }: Split,
): Promise<Agreement | undefined> {
  const scope = compute.scope();
  try {
    const { trained, training, weights } = await openTrainer(scope, settings, examples);
    const twin = await twinSteps(trained, COMPARED_STEPS);
    if (await training.advance(COMPARED_STEPS)) return undefined;
    const own = await training.readAll(weights.map(({ tensor }) => tensor));
    const exact = weights.map(({ tensor }) => twin(tensor));
    return compare(joined(own), joined(exact), BOUND, 'weights');
  } finally {
    scope.release();
  }
}

const joined = (all: readonly Numbers[]): number[] => all.flatMap((numbers) => [...numbers]);
