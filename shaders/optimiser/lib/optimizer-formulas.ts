import { binary, call, constant, variable, type Formula } from '../../../src/math/formula';
import { derivative } from '../../../src/math/formula-derivative';
import { optimizerIndex } from './optimizer';

const plus = (a: Formula, b: Formula): Formula => binary('+', a, b);
const minus = (a: Formula, b: Formula): Formula => binary('-', a, b);
const times = (a: Formula, b: Formula): Formula => binary('*', a, b);
const over = (a: Formula, b: Formula): Formula => binary('/', a, b);

const [lr, momentum, beta1, beta2, epsilon] = ['lr', 'momentum', 'beta1', 'beta2', 'epsilon'].map(
  variable,
);

const [correction1, correction2] = ['correction1', 'correction2'].map(variable);

/** decay·mean + (1 − decay)·entry. */
const blended = (decay: Formula, mean: Formula, entry: Formula): Formula =>
  plus(times(decay, mean), times(minus(constant(1), decay), entry));

/** Adam's 1 − βᵗ of a step, from those of the step before. */
export const correctedFormulas: readonly Formula[] = [
  plus(times(beta1, correction1), minus(constant(1), beta1)),
  plus(times(beta2, correction2), minus(constant(1), beta2)),
];

/** One step along one axis as formulas: `advance` of optimizer.ts is its twin. */
function advanced(
  optimizer: number,
  position: Formula,
  first: Formula,
  second: Formula,
  g: Formula,
) {
  const velocity = plus(times(momentum, first), g);
  const square = blended(beta2, second, times(g, g));
  switch (optimizer) {
    case optimizerIndex.momentum:
      return [minus(position, times(lr, velocity)), velocity, second];
    case optimizerIndex.nesterov:
      return [minus(position, times(lr, plus(g, times(momentum, velocity)))), velocity, second];
    case optimizerIndex.rmsprop:
      return [
        minus(position, over(times(lr, g), plus(call('sqrt', square), epsilon))),
        first,
        square,
      ];
    case optimizerIndex.adam: {
      const mean = blended(beta1, first, g);
      const root = call('sqrt', over(square, correction2));
      const step = over(times(lr, over(mean, correction1)), plus(root, epsilon));
      return [minus(position, step), mean, square];
    }
    default:
      return [minus(position, times(lr, g)), first, second];
  }
}

/** The names of a walker's six numbers, in the order of its planes. */
export const walkerNames = ['x', 'y', 'first_x', 'first_y', 'second_x', 'second_y'] as const;

/** The six numbers after a step on a surface over x and y, the corrections being those of the step. */
export function steppedFormulas(optimizer: number, surface: Formula): readonly Formula[] {
  const axes = (['x', 'y'] as const).map((axis) =>
    advanced(
      optimizer,
      variable(axis),
      variable(`first_${axis}`),
      variable(`second_${axis}`),
      derivative(surface, axis),
    ),
  );
  return [0, 1, 2].flatMap((k) => axes.map((numbers) => numbers[k]));
}
