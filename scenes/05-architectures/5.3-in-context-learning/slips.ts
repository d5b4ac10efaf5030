import { dot, softmax, type Slip } from '../../../src/author';
import { LABELS, mean, nearestLabel, WEIGHTS, type Model } from './model';

/** A sentence that is chosen, with what is wrong about it. */
const chosen = (value: string, hint: string, highlights: string[]): Slip<Model> => ({
  field: 'why',
  value: () => value,
  hint,
  highlights,
});

/** What a line with an intercept says of the query; two inputs at least make one. */
function withIntercept({ x, y, query }: Model): number | undefined {
  if (x.length < 2) return undefined;
  const [mx, my] = [mean(x), mean(y)];
  const centred = x.map((input) => input - mx);
  return my + (dot(centred, y) / dot(centred, centred)) * (query - mx);
}

const distance =
  (prediction: (model: Model) => number | undefined) =>
  (model: Model): number | undefined => {
    const said = prediction(model);
    return said === undefined ? undefined : Math.abs(said - model.truth);
  };

/** An error that was not squared; where it is 0 or 1 that makes no difference. */
const unsquared = (
  field: string,
  prediction: (model: Model) => number,
  part: string,
): Slip<Model> => ({
  field,
  value: distance(prediction),
  hint: 'This is the distance. The squared error squares it.',
  highlights: [part, 'truth'],
});

const isAnother = (label: number, { classifier_label }: Model): boolean =>
  label !== classifier_label;

const INTERCEPT =
  'This line has an intercept. A task is a line through the origin, so only its slope is fitted.';

/** The known wrong ways, in the order they are looked for. */
export const slips: readonly Slip<Model>[] = [
  chosen(
    'weights',
    'Change the task and watch the three weights below the prompt. Which of them changed?',
    ['weights'],
  ),
  chosen(
    'more',
    'Turn the noise up and follow the prediction pair by pair. Does each pair bring it closer? And how does one pair help at all?',
    ['y'],
  ),
  chosen('longer', 'Let it read as much as you like. How many labels can its head name?', [
    'labels',
  ]),
  {
    field: 'icl_prediction',
    value: ({ icl_prediction }) => icl_prediction / WEIGHTS.value,
    hint: 'The weight $W_V$ was left out. Each label is multiplied by it.',
    highlights: ['weights.value'],
  },
  {
    field: 'icl_prediction',
    value: ({ examples, icl_prediction }) =>
      examples === 1 ? undefined : examples * icl_prediction,
    hint: 'The terms were added up. This layer takes their mean over the pairs.',
    highlights: ['y'],
  },
  {
    field: 'icl_prediction',
    value: ({ query, icl_slope }) => (query === 1 ? undefined : icl_slope),
    hint: 'The query was left out. Each score is an input times the query.',
    highlights: ['query'],
  },
  {
    field: 'icl_prediction',
    value: ({ scores, y }) => WEIGHTS.value * dot(softmax(scores), y),
    hint: 'The scores went through a softmax. This attention is linear: they weigh as they are, signs included.',
    highlights: ['x', 'query'],
  },
  unsquared('icl_error', ({ icl_prediction }) => icl_prediction, 'query'),
  {
    field: 'icl_error',
    value: ({ icl_prediction, truth }) => (icl_prediction / WEIGHTS.value - truth) ** 2,
    hint: 'The weight $W_V$ was left out of the prediction.',
    highlights: ['weights.value'],
  },
  {
    field: 'least_squares_prediction',
    value: withIntercept,
    hint: INTERCEPT,
    highlights: ['y'],
  },
  {
    field: 'least_squares_prediction',
    value: ({ query, least_squares_slope }) => (query === 1 ? undefined : least_squares_slope),
    hint: 'This is the slope. The prediction is the slope times the query.',
    highlights: ['query'],
  },
  unsquared(
    'least_squares_error',
    ({ least_squares_prediction }) => least_squares_prediction,
    'query',
  ),
  {
    field: 'least_squares_error',
    value(model) {
      const said = withIntercept(model);
      return said === undefined ? undefined : (said - model.truth) ** 2;
    },
    hint: INTERCEPT,
    highlights: ['y'],
  },
  {
    field: 'classifier_label',
    value: (model) => LABELS.find((label) => isAnother(label, model)),
    matches: (value, model) => LABELS.some((label) => label === value && isAnother(label, model)),
    hint: 'Another label is nearer to the truth.',
    highlights: ['labels', 'truth'],
  },
  {
    field: 'classifier_label',
    value: ({ truth }) => truth,
    hint: 'This is the truth itself. The head can only name one of its labels.',
    highlights: ['labels'],
  },
  unsquared('classifier_error', ({ classifier_label }) => classifier_label, 'truth'),
  {
    field: 'classifier_error',
    value: ({ icl_prediction }) => (nearestLabel(icl_prediction) - icl_prediction) ** 2,
    hint: 'This is how far the in-context prediction is from a label. Compare the label with the truth.',
    highlights: ['truth'],
  },
];
