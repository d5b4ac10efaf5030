import {
  add,
  constant,
  decimals,
  divide,
  given,
  multiply,
  named,
  prose,
  significant,
  sqrt,
  symbolOf,
  word,
  type Step,
} from '../../../src/author';
import type { Model } from './model';
import { sentences, type Sentence } from './sentences';

/** Deviations are small. */
export const format = decimals(4);
const variances = { format: significant(3) };

export function* solution(model: Model): Generator<Step> {
  const n = given('n_{\\text{in}}', model.fan_in, { role: 'input', part: 'fan_in' });
  const m = given('n_{\\text{out}}', model.fan_out, { role: 'activation', part: 'fan_out' });

  const weights = given('\\operatorname{Var}(w)', 1, { role: 'weight' });
  const before = given('E[x^2]', 1, { role: 'input' });
  const z = named('\\operatorname{Var}(z)', multiply(n, weights, before), { role: 'activation' });
  yield {
    id: 'sum',
    title: 'A sum grows with its number of terms',
    say: prose`A unit adds up ${symbolOf(n)} products of a weight and an input. With independent weights of mean 0 their variances add. At a variance of 1, one layer multiplies the mean square by ${n}.`,
    lines: [z],
    highlights: ['fan_in', 'large'],
  };

  const after = named('E[\\operatorname{ReLU}(z)^2]', divide(z, 2), { role: 'activation' });
  yield {
    id: 'relu',
    title: 'A ReLU halves the mean square',
    say: prose`The sum $z$ is as often negative as positive. The ReLU turns its negative half into 0, and half of the mean square goes with it.`,
    lines: [after],
    highlights: ['fan_in', 'large'],
  };

  const he = named('\\operatorname{Var}_{\\text{He}}', divide(2, n), {
    role: 'weight',
    ...variances,
  });
  const heStd = named('\\sigma_{\\text{He}}', sqrt(he), { role: 'weight', part: 'he', format });
  yield {
    id: 'he',
    title: 'He: hold the mean square',
    say: prose`The mean square stays as it is if ${symbolOf(n)} times the variance, halved, is 1. So the variance is doubled. Its root is the deviation.`,
    lines: [he, heStd],
    highlights: ['fan_in', 'he'],
    reveals: { he_std: heStd },
  };

  const forward = named('\\operatorname{Var}_{\\text{forward}}', divide(1, n), {
    role: 'weight',
    ...variances,
  });
  const backward = named('\\operatorname{Var}_{\\text{backward}}', divide(1, m), {
    role: 'gradient',
    ...variances,
  });
  yield {
    id: 'passes',
    title: 'Backward, the other fan counts',
    say: prose`A symmetric activation such as tanh passes small sums unchanged, so nothing is halved. Forward, a unit adds ${symbolOf(n)} terms. Backward, a gradient adds ${symbolOf(m)}. The two passes want different variances.`,
    lines: [forward, backward],
    highlights: ['fan_in', 'fan_out'],
  };

  const xavier = named('\\operatorname{Var}_{\\text{Xavier}}', divide(2, add(n, m)), {
    role: 'weight',
    ...variances,
  });
  const xavierStd = named('\\sigma_{\\text{Xavier}}', sqrt(xavier), {
    role: 'weight',
    part: 'xavier',
    format,
  });
  yield {
    id: 'xavier',
    title: 'Xavier: balance both passes',
    say: prose`Xavier takes one over the mean of both fans. Unless the fans are equal, neither pass holds exactly: one grows and the other fades.`,
    lines: [xavier, xavierStd],
    highlights: ['fan_in', 'fan_out', 'xavier'],
    reveals: { xavier_std: xavierStd },
  };

  const kept = named('E[x^2]_{\\text{He}}', divide(multiply(n, he), 2), { role: 'activation' });
  const lost = named('E[x^2]_{\\text{Xavier}}', divide(multiply(n, xavier), 2), {
    role: 'activation',
  });
  const reason: Sentence = 'halves';
  yield {
    id: 'why',
    title: 'What a ReLU layer makes of each',
    say: [
      ...prose`From a mean square of ${constant(1)}, one ReLU layer makes this with either. `,
      'Xavier has no 2 for the half that a ReLU loses, so over many layers the signal fades.',
    ],
    lines: [kept, lost],
    highlights: ['he', 'xavier'],
    reveals: { reason: word(reason, sentences[reason]) },
  };
}
