import { html, numberGiven, scene, show, vectorGiven } from '../../../src/author';
import card from './card';
import { code } from './code';
import { align, ranges } from './model';
import { scale } from './scale';
import { slips } from './slips';
import { solution } from './solution';
import { vary } from './vary';
import { describe, view } from './view';

const MOST = 6;

const KL = '\\mathrm{KL}(\\pi\\Vert\\rho)';

const terms = {
  holds: `$E_\\pi[r]-\\beta\\,${KL}$: stay near the reference`,
  spreads: `$E_\\pi[r]+\\beta\\,${KL}$: try new answers`,
  reversed: '$E_\\pi[r]-\\beta\\,\\mathrm{KL}(\\rho\\Vert\\pi)$: keep every answer',
  scales: `$\\beta\\,E_\\pi[r]-${KL}$: larger $\\beta$, closer`,
};

export default scene({
  card,
  params: {
    reward: vectorGiven({
      label: 'r',
      role: 'value',
      default: [1, 2, 4, 0],
      minLength: 2,
      maxLength: MOST,
      entries: ranges.reward,
      step: 0.5,
    }),
    reference: vectorGiven({
      label: 'ρ',
      role: 'input',
      default: [0.4, 0.3, 0.1, 0.2],
      minLength: 2,
      maxLength: MOST,
      entries: ranges.reference,
      step: 0.05,
    }),
    beta: numberGiven({
      label: 'β',
      role: 'weight',
      default: 1,
      ...ranges.beta,
      step: 0.1,
      logarithmic: true,
    }),
  },
  problem: (given, { reward }) => html`
    <p>
      Before training, a language model gives ${reward.length} answers with the probabilities
      <i>ρ</i>. A reward model, trained on what people prefer, rates them <i>r</i>.
    </p>
    <p>${given('reference')} ${given('reward')}</p>
    <p>
      RLHF maximises the expected reward, with a KL term of weight ${given('beta')}. Which objective
      is it, and what does the term do? Which policy <i>π</i> is best, what does it earn, and how
      far has it moved?
    </p>
  `,
  check({ reward, reference }) {
    const sum = reference.reduce((total, share) => total + share, 0);
    return [
      ...(reward.length === reference.length
        ? []
        : [
            {
              field: 'reward',
              message: `has ${reward.length} entries for ${reference.length} answers; each answer has one reward`,
            },
          ]),
      ...(Math.abs(sum - 1) <= 1e-9
        ? []
        : [{ field: 'reference', message: `sums to ${show(sum)}; probabilities sum to 1` }]),
    ];
  },
  model: align,
  answers: ({ term, policy, expected_reward, kl, objective }) => [
    { name: 'term', value: term, words: terms },
    { name: 'policy', value: policy },
    { name: 'expected_reward', value: expected_reward },
    { name: 'kl', value: kl, unit: 'nats' },
    { name: 'objective', value: objective },
  ],
  solution,
  predictions: () => [
    {
      answer: 'term',
      kind: 'sentences',
      label: 'objective and what its KL term does',
      choices: terms,
    },
    { answer: 'policy', kind: 'vector', tex: '\\pi', label: 'best policy' },
    {
      answer: 'expected_reward',
      kind: 'number',
      tex: 'E_\\pi[r]',
      label: 'expected reward',
    },
    { answer: 'kl', kind: 'number', tex: '\\mathrm{KL}(\\pi\\Vert\\rho)', label: 'KL in nats' },
    { answer: 'objective', kind: 'number', tex: 'J(\\pi)', label: 'objective' },
  ],
  slips,
  vary,
  view,
  describe,
  scale,
  code,
  notes: {
    hands:
      'At $\\beta=1$ answer 2, counted from 0, wins although its reference is the smallest. At which $\\beta$ does it lose to another?',
    afterwards:
      'Answer 2 keeps ahead of answer 1 as long as $e^{2/\\beta}>3$, and of answer 0 as long as $e^{3/\\beta}>4$. The first fails at $\\beta\\approx1.8$: a dearer KL gives the lead back.',
  },
});
