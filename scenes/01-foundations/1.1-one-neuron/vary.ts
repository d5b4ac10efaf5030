import type { Random } from '../../../src/author';
import { neuron, type Givens } from './model';
import { slips } from './slips';

/** Two or three inputs whose sum is off 0 and off the flat parts, with slips that lead elsewhere. */
export function vary(random: Random): Givens {
  const nonzero = (reach: number, step: number): number =>
    random.grid(step, reach, step) * random.pick([-1, 1]);
  for (;;) {
    const count = random.integer(2, 3);
    const givens = {
      w: Array.from({ length: count }, () => nonzero(0.9, 0.1)),
      x: Array.from({ length: count }, () => nonzero(3, 1)),
      b: nonzero(0.5, 0.1),
      activation: random.pick(['sigmoid', 'sigmoid', 'tanh', 'relu'] as const),
    };
    const model = neuron(givens);
    const clear = slips.every(({ field, value }) => {
      const wrong = value(model);
      return (
        wrong === undefined || Math.abs(Number(wrong) - (field === 'z' ? model.z : model.a)) > 0.02
      );
    });
    const readable = Math.abs(model.z) >= 0.2 && Math.abs(model.z) <= 3;
    if (clear && readable && (givens.activation !== 'relu' || model.z > 0)) return givens;
  }
}
