import {
  add,
  divide,
  given,
  integer,
  multiply,
  named,
  power,
  prose,
  subtract,
  sum,
  symbolOf,
  type Prose,
  type Step,
} from '../../../src/author';
import type { Model } from './model';

export function* solution(model: Model): Generator<Step> {
  const { layers, stride, dilation } = model;
  const L = given('L', layers, { part: 'layers' });
  const k = given('k', model.kernel, { role: 'weight', part: 'kernel' });
  const s = given('s', stride, { part: 'stride' });
  const d = given('d', dilation, { part: 'dilation' });

  const steps = subtract(k, 1);
  const more = named('a', dilation > 1 ? multiply(d, steps) : steps, { format: integer });
  yield {
    id: 'window',
    title: 'What one window adds',
    say:
      dilation > 1
        ? prose`A window looks at ${k} cells, ${d} apart. From its first cell to its last it spans ${symbolOf(more)} cells more than one.`
        : prose`A window spans ${k} cells. That is ${symbolOf(more)} more than the one cell it stands for.`,
    lines: [more],
    highlights: ['kernel', 'window'],
  };

  const field = named(
    'r',
    add(
      1,
      stride > 1 ? sum('l', 0, layers - 1, (l) => multiply(more, power(s, l))) : multiply(L, more),
    ),
    { role: 'input', part: 'field', format: integer },
  );
  yield {
    id: 'field',
    title: 'Every layer widens the field',
    say:
      stride > 1
        ? prose`From one cell to a window a layer adds ${more} steps. A step of layer ${symbolOf(L)} counts more than one of the first: below every stride, neighbours lie ${s} times as far apart.`
        : model.kernel > 1
          ? prose`Windows of neighbours overlap, so every layer adds only ${more} inputs to the one that the output began with.`
          : prose`A window of one cell adds nothing: ${more}. So the field stays the one input that the output began with.`,
    lines: [field],
    highlights: ['field', 'layers'],
    reveals: { field },
  };

  const stack = named('p_{\\text{stack}}', multiply(L, power(k, 2)), {
    role: 'weight',
    part: 'stack',
    format: integer,
  });
  yield {
    id: 'stack',
    title: 'Count the parameters of the stack',
    say: prose`Per channel and without a bias, each layer has a square of weights, ${k} a side. There are ${L} of them.`,
    lines: [stack],
    reveals: { stack_params: stack },
  };

  const single = named('p_{\\text{single}}', power(field, 2), {
    role: 'weight',
    part: 'single',
    format: integer,
  });
  yield {
    id: 'single',
    title: 'One convolution with the same field',
    say: prose`A single kernel that sees as much must be ${field} a side. Its weights grow with the square of the field.`,
    lines: [single],
    reveals: { single_params: single },
  };

  const gained = named('g', subtract(L, 1), { format: integer });
  const ratio = named('\\text{ratio}', divide(stack, single), {
    role: 'weight',
  });
  yield {
    id: 'gained',
    title: 'And there is a nonlinearity after each layer',
    say: [
      ...prose`A single convolution has one ReLU after it, the stack has one after each of its ${L} layers. `,
      ...verdict(model),
    ],
    lines: [gained, ratio],
    highlights: ['layers', 'stack', 'single'],
    reveals: { nonlinearities_gained: gained },
  };
}

/** Who wins: not always the stack. */
function verdict({ layers, stack_params, single_params }: Model): Prose {
  if (layers === 1) return ['With one layer the two are the same.'];
  return stack_params < single_params
    ? [
        'It sees as much with fewer parameters and is less linear: why VGG went deeper with small kernels.',
      ]
    : ['Here the stack has no fewer parameters: windows of one cell add nothing.'];
}
