import { html, scene, textGiven, wholeGiven, type Prediction } from '../../../src/author';
import card from './card';
import { code } from './code';
import { MASKS, OBJECTIVES } from './masks';
import { FEWEST, MODELS, MOST, names, pretraining, wordsIn, type Position } from './model';
import { slips } from './slips';
import { solution } from './solution';
import { vary } from './vary';
import { view } from './view';

const masks = Object.fromEntries(
  Object.entries(MASKS).map(([name, { says, more }]) => [name, `${says}: ${more}`]),
);

const read = (positions: readonly Position[]): string =>
  positions
    .map(({ input, target }) => (target === undefined ? input : `${input} (predict ${target})`))
    .join(' ');

export default scene({
  card,
  params: {
    sentence: textGiven({
      label: 'sentence',
      default: 'The old lighthouse keeper wrote letters every night',
      maxLength: 90,
      check(text) {
        const count = wordsIn(text).length;
        if (count < FEWEST) return 'has too few words; a next token needs one before it';
        return count > MOST ? `has ${count} words; at most ${MOST} fit` : undefined;
      },
    }),
    draw: wholeGiven({ label: 'draw number', phrase: true, default: 1, min: 1, max: 9999 }),
  },

  problem: (given) => html`
    <p>
      BERT, GPT and T5 are three transformers. They differ in what each token may see, the mask, and
      in what they are trained to predict, the objective.
    </p>
    <p>Which mask and which objective belong to which model?</p>
    <p>Training pairs are made of this text, words as tokens: ${given('sentence')}</p>
    <p>What is hidden in it is ${given('draw')}.</p>
  `,

  model: pretraining,

  answers: (model) => names.map((name) => ({ name, value: model[name] })),

  solution,

  predictions: () =>
    names.map((answer): Prediction => ({
      answer,
      kind: 'matching',
      label: MODELS[answer],
      options: {
        pairs: [
          { label: 'mask', choices: masks },
          { label: 'objective', choices: OBJECTIVES },
        ],
        cardsInPicture: true,
      },
    })),

  slips,
  vary,
  view,
  describe: (model, unfolding) =>
    names
      .filter((name) => unfolding.shown(name))
      .map((name) => {
        const { read: input, written } = model.training[model[name][1]];
        const output = written && ` It writes: ${read(written)}.`;
        return `${MODELS[name]} reads: ${read(input)}.${output ?? ''}`;
      })
      .join(' '),
  code,
  notes: {
    hands: 'Which of the three could fill a gap in the middle of a sentence, using both sides?',
    afterwards:
      'BERT and T5. GPT sees only what stands before the gap. T5 can fill a gap of any length; BERT needs to know how many tokens are missing.',
  },
});
