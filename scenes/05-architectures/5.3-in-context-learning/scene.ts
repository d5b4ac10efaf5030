import {
  choice,
  html,
  numberGiven,
  scene,
  showShort,
  vectorGiven,
  wholeGiven,
  type Prediction,
} from '../../../src/author';
import card from './card';
import { code } from './code';
import { explain } from './explain';
import { LABELS, learn, SPACING, WEIGHTS } from './model';
import { scale } from './scale';
import { slips } from './slips';
import { errors, solution } from './solution';
import { INPUTS, RANGES, taskOf, type Labels } from './task';
import { vary } from './vary';
import { describe, view } from './view';

const reasons = {
  prompt:
    'The prompt conditions what it predicts, with its weights as they are. A fixed head only picks among fixed labels.',
  weights: 'Reading the prompt moves its weights a little. Those of a classifier are frozen.',
  more: 'It averages its examples. More always help, noise or not, and a classifier has seen too few.',
  longer: 'It reads the longer input. A classifier with a longer input would do it too.',
};

export default scene({
  card,
  params: {
    examples: wholeGiven({
      label: 'pairs',
      default: 8,
      min: 1,
      max: INPUTS.length,
    }),
    noise: numberGiven({ label: 'noise', default: 0.1, min: 0, max: 1, step: 0.05 }),
    draw: wholeGiven({ label: 'task', phrase: true, default: 1, min: 1, max: 9999 }),
    query: numberGiven({ label: 'query', role: 'input', default: 0.6, ...RANGES.query }),
    labels: choice<Labels>({
      label: 'labels',
      phrase: true,
      default: 'drawn',
      choices: {
        drawn: 'as drawn',
        flipped: 'with all signs flipped',
        passed: 'passed on to the next pair',
      },
    }),
    moved: vectorGiven({
      label: 'moved by',
      phrase: true,
      role: 'value',
      default: [0],
      maxLength: INPUTS.length,
      entries: RANGES.moved,
      step: RANGES.moved.step,
    }),
  },
  problem: (given, values) => html`
    <p>
      The ${given('draw')} is a line, <i>y</i> = ${showShort(taskOf(values).w)} <i>x</i>, unknown to
      the decoder. Its prompt has ${given('examples')} (<i>x</i>, <i>y</i>) with ${given('noise')},
      then the ${given('query')}. Its pairs have ${given('labels')}, ${given('moved')}
    </p>
    <p>
      The decoder is one layer of linear attention: the mean of ${WEIGHTS.value} <i>y</i>, each
      weighed by <i>x</i> times the query. Least squares fits a line through the origin. A
      classifier names the nearest of ${LABELS.length} labels, the multiples of ${SPACING}.
    </p>
    <p>Why does only the decoder learn from its prompt? What does each say, and how far off?</p>
  `,
  model: learn,
  answers: (model) => [
    { name: 'why', value: model.why, words: reasons },
    { name: 'icl_prediction', value: model.icl_prediction },
    { name: 'icl_error', value: model.icl_error, format: errors },
    { name: 'least_squares_prediction', value: model.least_squares_prediction },
    { name: 'least_squares_error', value: model.least_squares_error, format: errors },
    { name: 'classifier_label', value: model.classifier_label },
    { name: 'classifier_error', value: model.classifier_error, format: errors },
  ],
  solution,
  predictions: (): Prediction[] => [
    {
      answer: 'why',
      kind: 'sentences',
      label: 'Why does only the decoder learn from its prompt?',
      choices: reasons,
    },
    { answer: 'icl_prediction', kind: 'number', tex: '\\hat y', label: 'the decoder says' },
    { answer: 'icl_error', kind: 'number', tex: 'e', label: 'squared error of the decoder' },
    {
      answer: 'least_squares_prediction',
      kind: 'number',
      tex: '\\hat y_b',
      label: 'least squares says',
    },
    {
      answer: 'least_squares_error',
      kind: 'number',
      tex: 'e_b',
      label: 'squared error of least squares',
    },
    { answer: 'classifier_label', kind: 'number', tex: 'c', label: 'the classifier names' },
    {
      answer: 'classifier_error',
      kind: 'number',
      tex: 'e_c',
      label: 'squared error of the classifier',
    },
  ],
  slips,
  vary,
  view,
  describe,
  explain,
  scale,
  code,
  notes: {
    hands:
      'Permute the labels in the prompt. Who copes: the decoder, least squares, the classifier?',
    afterwards:
      'If all signs flip, the pairs follow another rule, and decoder and least squares follow with them; no weight moves. Passed on to the next pair, they follow none, and nobody copes. The head of the classifier never looked: its labels are those of its training.',
  },
});
