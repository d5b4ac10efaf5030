import { html, scene, vectorGiven, type Role } from '../../../src/author';
import card from './card';
import { check } from './check';
import { code } from './code';
import { compareDirections, range } from './model';
import { scale } from './scale';
import { slips } from './slips';
import { degrees, solution } from './solution';
import { vary } from './vary';
import { view } from './view';

const arrow = (label: string, role: Role, initial: readonly number[]) =>
  vectorGiven({
    label,
    role,
    default: initial,
    minLength: 2,
    maxLength: 3,
    entries: range,
    step: 0.5,
  });

export default scene({
  card,
  params: {
    a: arrow('a', 'input', [1, 2, 2]),
    b: arrow('b', 'value', [2, 1, 2]),
  },
  problem: (given) => html`
    <p>A search has turned a question and a text into vectors, ${given('a')} and ${given('b')}.</p>
    <p>
      How alike are they? Find their dot product, the length of each, the cosine of the angle
      between them, and the angle itself in degrees.
    </p>
  `,
  check,
  model: compareDirections,
  answers: ({ dot, norm_a, norm_b, cosine, angle }) => [
    { name: 'dot', value: dot },
    { name: 'norm_a', value: norm_a },
    { name: 'norm_b', value: norm_b },
    { name: 'cosine', value: cosine },
    { name: 'angle', value: angle, format: degrees, unit: '°' },
  ],
  solution,
  predictions: () => [
    { answer: 'dot', kind: 'number', tex: 'a \\cdot b', label: 'dot product' },
    { answer: 'norm_a', kind: 'number', tex: '\\lVert a \\rVert', label: 'length of a' },
    { answer: 'norm_b', kind: 'number', tex: '\\lVert b \\rVert', label: 'length of b' },
    { answer: 'cosine', kind: 'number', tex: '\\cos\\theta', label: 'cosine similarity' },
    { answer: 'angle', kind: 'number', tex: '\\theta', label: 'angle in degrees' },
  ],
  slips,
  vary,
  view,
  code,
  scale,
  notes: {
    hands: 'Double $a$. What becomes of the dot product, and what of the cosine?',
    afterwards:
      'The dot product doubles and the cosine stays: the norm of $a$ has doubled too, and dividing by it takes the factor out.',
  },
});
