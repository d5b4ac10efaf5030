import { html, integer, scene, wholeGiven } from '../../../src/author';
import card from './card';
import { code } from './code';
import { ranges, receptiveField } from './model';
import { scale } from './scale';
import { slips } from './slips';
import { solution } from './solution';
import { vary } from './vary';
import { describe, view } from './view';

/** A wider field has no room on a page. */
const WIDEST = 2000;

export default scene({
  card,
  params: {
    layers: wholeGiven({ label: 'layers', default: 3, ...ranges.layers }),
    kernel: wholeGiven({ label: 'kernel', role: 'weight', default: 3, ...ranges.kernel }),
    stride: wholeGiven({ label: 'stride', default: 1, ...ranges.stride }),
    dilation: wholeGiven({ label: 'dilation', default: 1, ...ranges.dilation }),
  },
  problem: (given) => html`
    <p>
      Convolutions are stacked: ${given('layers')}, each with a square ${given('kernel')} and with
      ${given('stride')} and ${given('dilation')}.
    </p>
    <p>
      How many inputs a side does one output see? Per channel and without biases, how many
      parameters has the stack, and how many a single convolution that sees as much? How many more
      nonlinearities has the stack?
    </p>
  `,
  check(values) {
    const { field } = receptiveField(values);
    return field <= WIDEST
      ? []
      : [
          {
            field: 'layers',
            message: `make a field of ${field.toLocaleString('en')} inputs with this stride; the page holds ${WIDEST.toLocaleString('en')}`,
          },
        ];
  },
  model: receptiveField,
  answers: ({ field, stack_params, single_params, nonlinearities_gained }) => [
    { name: 'field', value: field, format: integer },
    { name: 'stack_params', value: stack_params, format: integer },
    { name: 'single_params', value: single_params, format: integer },
    { name: 'nonlinearities_gained', value: nonlinearities_gained, format: integer },
  ],
  solution,
  predictions: () => [
    { answer: 'field', kind: 'number', tex: 'r', label: 'inputs a side' },
    {
      answer: 'stack_params',
      kind: 'number',
      tex: 'p_{\\text{stack}}',
      label: 'parameters of the stack',
    },
    {
      answer: 'single_params',
      kind: 'number',
      tex: 'p_{\\text{single}}',
      label: 'parameters of the single one',
    },
    {
      answer: 'nonlinearities_gained',
      kind: 'number',
      tex: 'g',
      label: 'nonlinearities gained',
    },
  ],
  slips,
  vary,
  view,
  describe,
  scale,
  code,
  notes: {
    hands:
      'One layer of three gets a stride of 2. Does the field grow more if it is the lowest or the highest?',
    afterwards:
      'The lowest. Everything above it then steps over inputs that lie twice as far apart; a stride in the highest layer has nothing above it to spread.',
  },
});
