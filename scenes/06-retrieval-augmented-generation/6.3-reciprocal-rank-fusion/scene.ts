import { html, scene, vectorGiven, wholeGiven } from '../../../src/author';
import card from './card';
import { code } from './code';
import { DEEPEST, fuse, SEARCHES, wholeK } from './model';
import { slips } from './slips';
import { format, solution } from './solution';
import { vary } from './vary';
import { describe, view } from './view';

export default scene({
  card,
  params: {
    ranks: vectorGiven({
      label: 'r',
      role: 'input',
      default: [2, 5],
      maxLength: SEARCHES.length,
      entries: { min: 1, max: DEEPEST },
      step: 1,
    }),
    k: wholeGiven({ label: 'k', role: 'weight', default: 60, ...wholeK }),
  },
  problem: (given) => html`
    <p>
      Several searches each return a ranked list. In these, document A stands at ${given('ranks')},
      counted from 1.
    </p>
    <p>
      Reciprocal rank fusion with ${given('k')} makes one list of them. What does each list
      contribute to document A, and what is its score?
    </p>
  `,
  check: ({ ranks }) =>
    ranks.every(Number.isInteger)
      ? []
      : [{ field: 'ranks', message: 'has a fraction in it; a rank is a whole number' }],
  model: fuse,
  answers: ({ score, contributions }) => [
    { name: 'score', value: score, format },
    { name: 'contributions', value: contributions, format },
  ],
  solution,
  predictions: () => [
    { answer: 'contributions', kind: 'vector', tex: 'c', label: 'contribution of each list' },
    { answer: 'score', kind: 'number', tex: 's_{\\text{A}}', label: 'score of A' },
  ],
  slips,
  vary,
  view,
  describe,
  code,
  notes: {
    hands:
      'One document is first in one list and missing in the other. Another is fifth in both. Which wins at $k = 60$?',
    afterwards:
      'Fifth in both: $2/65 \\approx 0.0308$ is nearly twice $1/61 \\approx 0.0164$. A large $k$ rewards agreement.',
  },
});
