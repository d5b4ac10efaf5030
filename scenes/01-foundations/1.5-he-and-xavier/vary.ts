import { show, type Random } from '../../../src/author';
import { initialisation, type Givens } from './model';
import { slips } from './slips';
import { format } from './solution';

/** Fans as layers have them, different, with slips that lead to other deviations. */
export function vary(random: Random): Givens {
  for (;;) {
    const fans = [64, 100, 128, 200, 256, 300, 400, 512, 784, 1024];
    const givens = {
      fan_in: random.pick(fans),
      fan_out: random.pick(fans),
      activation: random.pick(['relu', 'relu', 'tanh'] as const),
    };
    const model = initialisation(givens);
    const apart = (['he_std', 'xavier_std'] as const).every((field) => {
      const wrong = slips
        .filter((slip) => slip.field === field)
        .map(({ value }) => Number(value(model)));
      const all = [model[field], ...wrong].map((x) => show(x, format));
      return (
        new Set(all).size === all.length && wrong.every((x) => Math.abs(x - model[field]) > 1e-3)
      );
    });
    if (apart) return givens;
  }
}
