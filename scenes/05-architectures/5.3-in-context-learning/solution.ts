import {
  add,
  at,
  constant,
  decimals,
  divide,
  floor,
  given,
  multiply,
  named,
  negate,
  power,
  prose,
  subtract,
  sum,
  symbolOf,
  valueOf,
  vectorOf,
  word,
  type Expression,
  type Step,
} from '../../../src/author';
import { LABELS, mean, SPACING, WEIGHTS, type Model } from './model';
import { INPUTS } from './task';

/** Errors are small: four decimals tell them apart. */
export const errors = decimals(4);

export function* solution(model: Model): Generator<Step> {
  const last = model.examples - 1;
  const over = (term: (i: Expression<number>) => Expression<number>) => sum('i', 0, last, term);
  const x = given('x', model.x, { role: 'input', part: 'x' });
  const y = given('y', model.y, { role: 'value', part: 'y' });
  const n = given('n', model.examples, { part: 'examples' });
  const query = given('x_q', model.query, { role: 'input', part: 'query' });
  const w = given('w', model.w, { role: 'value', part: 'w' });
  const weight = (of: keyof typeof WEIGHTS, name: string) =>
    given(`W_${name}`, WEIGHTS[of], { role: 'weight', part: `weights.${of}` });
  const [WQ, WK, WV] = [weight('query', 'Q'), weight('key', 'K'), weight('value', 'V')];

  const scoreOf = (i: Expression<number> | number) => multiply(WQ, query, WK, at(x, i));
  const s = named(
    's',
    vectorOf(model.examples, (i) => scoreOf(i)),
    { role: 'activation', part: 'scores' },
  );
  yield {
    id: 'scores',
    title: 'The query looks at every pair',
    say: prose`Attention scores each pair: $s_i$ is the query ${symbolOf(query)} times its input $x_i$. A pair far out on the same side scores high; one on the other side is negative. The weights ${symbolOf(WQ)} and ${symbolOf(WK)} are ${valueOf(WQ)} for every task. For pair 0:`,
    lines: [named('s_0', scoreOf(0), { role: 'activation', part: 'scores.0' })],
    highlights: ['scores', 'x', 'query', 'weights.query', 'weights.key'],
  };

  const termOf = (i: Expression<number> | number) => multiply(WV, at(y, i), at(s, i));
  const t = named(
    't',
    vectorOf(model.examples, (i) => termOf(i)),
    { part: 'terms' },
  );
  const together = named(
    'T',
    over((i) => at(t, i)),
    { part: 'terms' },
  );
  const prediction = named('\\hat y', divide(together, n), {
    role: 'activation',
    part: 'icl_prediction',
  });
  yield {
    id: 'prediction',
    title: 'The labels add up to a prediction',
    say: prose`Each pair passes on a term $t_i$: ${symbolOf(WV)} times its label $y_i$, weighed by its score. The mean of the ${n} terms is the prediction ${symbolOf(prediction)}. It moves with every pair that joins, noisy ones too.`,
    lines: [named('t_0', termOf(0), { part: 'terms.0' }), together, prediction],
    highlights: ['icl_prediction', 'running', 'terms', 'y', 'scores', 'weights.value'],
    reveals: { icl_prediction: prediction },
  };

  const truth = named('y^*', multiply(w, query), { role: 'value', part: 'truth' });
  const squared = (said: Expression<number>) => power(subtract(said, truth), constant(2));
  const iclError = named('e', squared(prediction), {
    ...{ role: 'gradient', part: 'icl_error', format: errors },
  });
  yield {
    id: 'icl_error',
    title: 'How far off is it?',
    say: prose`The true label ${symbolOf(truth)} of the query lies on the line of the task, whose slope is ${symbolOf(w)}. With a single query, the mean squared error ${symbolOf(iclError)} is one square.`,
    lines: [truth, iclError],
    reveals: { icl_error: iclError },
  };

  const productOf = (i: Expression<number> | number) => multiply(at(x, i), at(y, i));
  const p = named(
    'p',
    vectorOf(model.examples, (i) => productOf(i)),
  );
  const products = named(
    'P',
    over((i) => at(p, i)),
  );
  const slope = named('\\hat w', divide(multiply(WV, products), n), {
    role: 'activation',
    part: 'icl_slope',
  });
  yield {
    id: 'descent',
    title: 'Gradient descent, yet no weight moves',
    say: prose`Take $x_q$ out of the mean: a slope ${symbolOf(slope)} is left. One step of gradient descent on $\\frac{1}{2n}\\sum_i(wx_i-y_i)^2$, from $w=0$ at learning rate ${symbolOf(WV)}, finds the same. No weight of the layer moves. With $p_i=x_iy_i$:`,
    lines: [
      products,
      slope,
      named('\\hat y', multiply(slope, query), { role: 'activation', part: 'icl_prediction' }),
    ],
    highlights: ['icl_slope', 'icl_prediction', 'weights'],
  };

  const squares = named(
    'Q',
    over((i) => power(at(x, i), constant(2))),
  );
  const b = named('b', divide(products, squares), { part: 'least_squares_slope' });
  const average = named('\\overline{x^2}', constant(mean(INPUTS.map((input) => input ** 2))), {
    format: decimals(2),
  });
  const fitted = named('\\hat y_b', multiply(b, query), { part: 'least_squares_prediction' });
  const fittedError = named('e_b', squared(fitted), {
    ...{ role: 'gradient', part: 'least_squares_error', format: errors },
  });
  yield {
    id: 'least_squares',
    title: 'The best line through the pairs',
    say: prose`Least squares divides by the squares of this very prompt. The decoder’s ${symbolOf(WV)} was fixed for the average prompt: over all inputs the mean of $x^2$ is ${valueOf(average)}, about one over it. So ${symbolOf(slope)} misses the best slope ${symbolOf(b)}.`,
    lines: [squares, b, fitted, fittedError],
    highlights: ['least_squares_slope', 'least_squares_prediction', 'x', 'y'],
    reveals: { least_squares_prediction: fitted, least_squares_error: fittedError },
  };

  const c = named('c', multiply(SPACING, floor(add(divide(truth, SPACING), divide(1, 2)))), {
    role: 'weight',
    part: 'classifier_label',
  });
  const fixedError = named('e_c', squared(c), {
    ...{ role: 'gradient', part: 'classifier_error', format: errors },
  });
  yield {
    id: 'classifier',
    title: 'A fixed head has fixed labels',
    say: prose`Training fixed ${constant(LABELS.length)} labels, the multiples of ${constant(SPACING)}. At best the head names ${symbolOf(c)}, the one nearest to the truth. No prompt, however long, adds a label, so this error stays.`,
    lines: [c, fixedError],
    highlights: ['classifier_label', 'truth', 'classifier_error'],
    reveals: { classifier_label: c, classifier_error: fixedError },
  };

  const turned = named('\\hat y(-y)', negate(prediction), { role: 'activation', part: 'turned' });
  yield {
    id: 'why',
    title: 'The prompt decides, not the weights',
    say: prose`Flip the sign of every label, and every term flips. The same weights now predict ${valueOf(turned)}. The prompt conditions the distribution of what a decoder says next. A classifier maps every input to one fixed set of labels.`,
    lines: [turned],
    highlights: ['turned', 'weights'],
    reveals: { why: word(model.why) },
  };
}
