import {
  add,
  divide,
  given,
  integer,
  multiply,
  named,
  power,
  prose,
  significant,
  symbolOf,
  valueOf,
  type Step,
} from '../../../src/author';
import { SIDE, type Model } from './model';

export function* solution(model: Model): Generator<Step> {
  const c = given('c', model.in_channels, { role: 'input', part: 'in_channels' });
  const k = given('k', model.kernel, { role: 'weight', part: 'kernel' });
  const n = given('n', model.filters, { role: 'activation', part: 'filters' });
  const seen = model.groups === 1 ? c : divide(c, given('g', model.groups, { part: 'groups' }));

  const weights = named('w', multiply(seen, power(k, 2)), {
    role: 'weight',
    part: 'weights',
    format: integer,
  });
  yield {
    id: 'weights',
    title: 'Count the weights of one filter',
    say:
      model.groups === 1
        ? prose`One filter looks at a window of ${k} × ${valueOf(k)} pixels in each of ${c} input channels. Every pixel of every channel has a weight of its own.`
        : prose`The channels form groups, and a filter sees only those of its own. Its window is ${k} × ${valueOf(k)} pixels in each, and every pixel has a weight.`,
    lines: [weights],
    highlights: ['weights', 'in_channels', 'kernel'],
  };

  const per_filter = model.bias
    ? named('p', add(weights, 1), { role: 'weight', part: 'per_filter', format: integer })
    : named('p', weights, { role: 'weight', part: 'per_filter', format: integer });
  yield {
    id: 'bias',
    title: model.bias ? 'Add its bias' : 'No bias to add',
    say: model.bias
      ? prose`A filter adds one number to all of its outputs, whatever it sees. That bias is one parameter a filter, not one a channel.`
      : prose`Without a bias a filter has its weights and nothing else.`,
    lines: [per_filter],
    highlights: ['bias', 'per_filter'],
    reveals: { per_filter },
  };

  const params = named('P', multiply(n, per_filter), { part: 'params', format: integer });
  yield {
    id: 'params',
    title: 'Count the filters',
    say: prose`Each of the ${n} filters makes one output channel, and none shares a parameter with another. The size of the image plays no part.`,
    lines: [params],
    highlights: ['params', 'filters', 'bank'],
    reveals: { params },
  };

  const pixels = power(given('s', SIDE), 2);
  const inputs = named('N', multiply(c, pixels), { role: 'input', format: integer });
  const outputs = named('M', multiply(n, pixels), { role: 'activation', format: integer });
  const products = multiply(inputs, outputs);
  const dense = named('D', model.bias ? add(products, outputs) : products, {
    part: 'dense_params',
    format: integer,
  });
  const ratio = named('D/P', divide(dense, params), { format: significant(3) });
  yield {
    id: 'dense',
    title: 'Compare a fully connected layer',
    say: prose`On an image of ${SIDE_TEXT} pixels a side, a fully connected layer joins each of ${symbolOf(inputs)} inputs to each of ${symbolOf(outputs)} outputs. A convolution uses the same few weights at every position.`,
    lines: [inputs, outputs, dense, ratio],
    highlights: ['dense', 'bank'],
    reveals: { dense_params: dense },
  };
}

const SIDE_TEXT = given('s', SIDE);
