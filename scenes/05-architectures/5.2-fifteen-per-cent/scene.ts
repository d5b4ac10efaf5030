import { html, numberGiven, scene, show, wholeGiven, type Role } from '../../../src/author';
import card from './card';
import { code } from './code';
import { countFormat } from './count-format';
import { masking } from './model';
import { scale } from './scale';
import { slips } from './slips';
import { solution } from './solution';
import { vary } from './vary';
import { describe, view } from './view';

const share = (label: string, initial: number, role: Role) =>
  numberGiven({ label, role, default: initial, min: 0, max: 1, step: 0.05 });

const whyRate = {
  balance: 'More leave too little context; fewer teach too little per text.',
  memory: 'More would not fit into memory.',
  inference: 'In use, as many words are missing.',
};

const whySplit = {
  use: 'In use there is no [MASK]: every real word must be represented well.',
  noise: 'Random words are noise, which prevents overfitting.',
  unscored: 'Kept tokens cost nothing, since they are not scored.',
};

export default scene({
  card,
  params: {
    n: wholeGiven({ label: 'tokens n', default: 1000, min: 1, max: 1e9, logarithmic: true }),
    mask_rate: share('rate p', 0.15, 'input'),
    mask: share('[MASK] m', 0.8, 'gradient'),
    random: share('random word r', 0.1, 'weight'),
    keep: share('unchanged k', 0.1, 'value'),
    draw: wholeGiven({ label: 'draw', default: 1, min: 1, max: 1e6 }),
  },
  problem: (given) => html`
    <p>
      BERT is trained on ${given('n')}, of which it chooses some at the ${given('mask_rate')} and
      has to predict them. It replaces them by ${given('mask')} or a ${given('random')}, or leaves
      them ${given('keep')}. The text shows ${given('draw')}.
    </p>
    <p>How many of each are expected? Why this rate, and why this split?</p>
  `,
  check({ mask, random, keep }) {
    const sum = mask + random + keep;
    return Math.abs(sum - 1) <= 1e-9
      ? []
      : [
          {
            field: 'keep',
            message: `makes the three shares sum to ${show(sum)}; of the chosen tokens they must be all, so they sum to 1`,
          },
        ];
  },
  model: masking,
  answers: ({ chosen, masked, randomised, kept, why_rate, why_split }) => [
    { name: 'chosen', value: chosen, format: countFormat(chosen) },
    { name: 'masked', value: masked, format: countFormat(masked) },
    { name: 'randomised', value: randomised, format: countFormat(randomised) },
    { name: 'kept', value: kept, format: countFormat(kept) },
    { name: 'why_rate', value: why_rate, words: whyRate },
    { name: 'why_split', value: why_split, words: whySplit },
  ],
  solution,
  predictions: () => [
    { answer: 'chosen', kind: 'number', tex: 'C', label: 'chosen to be predicted' },
    { answer: 'masked', kind: 'number', tex: 'M', label: 'replaced by [MASK]' },
    { answer: 'randomised', kind: 'number', tex: 'R', label: 'replaced by a random word' },
    { answer: 'kept', kind: 'number', tex: 'K', label: 'chosen and left unchanged' },
    { answer: 'why_rate', kind: 'sentences', label: 'why this rate', choices: whyRate },
    { answer: 'why_split', kind: 'sentences', label: 'why this split', choices: whySplit },
  ],
  slips,
  vary,
  view,
  describe,
  scale,
  code,
  notes: {
    hands: 'A token was chosen and left unchanged. Is it still scored?',
    afterwards:
      'Yes. Every chosen token is scored, whatever became of it. So the model cannot tell from a token whether it will be asked for, and has to represent all of them well.',
  },
});
