import { examplesOf, split, type Example, type Split } from './data-sets';
import type { Settings } from './settings';

/** Examples of a data set, those to train on and those to test with. */
const COUNT = 400;

/** The reader's own points. */
export const ownExamples = ({ points }: Pick<Settings, 'points'>): Example[] =>
  points.map(([x1, x2, label]) => ({ x: [x1, x2], label: label > 0 ? 1 : -1 }));

/** What the settings train on and test with. */
export function dataOf(settings: Settings): Split {
  const { data, noise, seed, share } = settings;
  const examples =
    data === 'own' ? ownExamples(settings) : examplesOf(data, { count: COUNT, noise, seed });
  return split(examples, share / 100, seed);
}
