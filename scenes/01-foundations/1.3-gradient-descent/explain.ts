import { show, significant, type Unfolding } from '../../../src/author';
import { formatOf, type Model } from './model';
import { reached } from './run';

/** What the solution's own lines do not say of a part: the errors, one by one. */
export function explain(model: Model, unfolding: Unfolding, part: string): string | undefined {
  const [name, index] = part.split('.');
  const k = Number(index);
  if (name !== 'errors' || index === undefined || k > reached(model, unfolding)) return undefined;
  const { c, iterates } = model;
  const error = Math.abs(iterates[k] - c);
  const shown = show(error, error > 0 && error < 0.0005 ? significant(3) : formatOf(error));
  return `After step ${k} the error $|w_{${k}} - c|$ is ${shown}.`;
}
