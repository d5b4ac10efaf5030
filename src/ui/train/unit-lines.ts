import { decimals } from '../../math/format';
import { add, apply, multiply, tanh } from '../../solution/arithmetic';
import { constant, named, type Expression } from '../../solution/expression';
import { maximum } from '../../solution/sums';
import { activations, outputsAt, weightIndex } from '../../train/network';
import { features, type FeatureName } from '../../train/features';
import type { Settings } from '../../train/settings';
import { sizesOf } from '../../train/shape';
import { symbolOf, type Unit } from './unit';

/** As weights are shown everywhere on the page. */
const format = decimals(3);

const leaf = (tex: string, value: number, role: 'input' | 'weight' | 'activation') =>
  named(tex, constant(value), { format, role });

/** How a unit comes to its number at a place, as two lines: its sum, and what it makes of it. */
export function unitLines(
  unit: Unit,
  settings: Settings,
  weights: readonly ArrayLike<number>[],
  [x1, x2]: readonly [number, number],
): Expression[] {
  const inputs = settings.inputs.map((name) => features[name as FeatureName].of(x1, x2));
  const before = outputsAt(inputs, weights, settings.activation)[unit.layer - 1];
  const sizes = sizesOf(settings);
  const own = weights[unit.layer - 1];
  const weightOf = (from: number): number => own[weightIndex(from, unit.unit, sizes[unit.layer])];
  const role = unit.layer === 1 ? 'input' : 'activation';
  const terms = before.map((value, from) =>
    multiply(
      leaf(`w_${from + 1}`, weightOf(from), 'weight'),
      leaf(symbolOf({ layer: unit.layer - 1, unit: from }, settings), value, role),
    ),
  );
  const sum = add(...terms, leaf('b', weightOf(before.length), 'weight'));
  const z = named('z', sum, { format });
  const last = unit.layer === sizes.length - 1;
  const name = symbolOf(unit, settings);
  const marks = { format, role: last ? 'value' : 'activation' } as const;
  const kind = last ? 'tanh' : settings.activation;
  const made = {
    tanh: () => tanh(z),
    relu: () => maximum(constant(0), z),
    sigmoid: () => apply('\\sigma', activations.sigmoid, z),
    none: () => z,
  }[kind]();
  return [z, named(name, made, marks)];
}
