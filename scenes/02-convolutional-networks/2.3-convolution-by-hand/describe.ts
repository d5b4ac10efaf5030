import { showShort, type Matrix } from '../../../src/author';
import { motion } from './motion';
import type { Model } from './model';
import { steps } from './solution';

const rows = (m: Matrix): string =>
  m.map((row) => row.map((x) => showShort(x)).join(', ')).join('; ');

/** The picture in words, as far as it is unfolded at time t. */
export function describe(model: Model, t: number): string {
  const { image, kernel, laid, padding, stride, flip, out, correlation } = model;
  const at = steps(model);
  const parts = [`Image: ${rows(image)}.`, `Kernel: ${rows(kernel)}.`];
  if (padding > 0) parts.push(`A border of ${padding} zeros stands around the image.`);
  parts.push(`The window moves in steps of ${stride}.`);
  if (flip && t >= at.turn) parts.push(`Turned by 180°, the kernel is ${rows(laid)}.`);
  if (t >= at.positions) parts.push(`The output has ${out.length} × ${out[0].length} entries.`);
  if (t >= at.all) {
    parts.push(`Outputs: ${rows(out)}.`);
    if (flip) parts.push(`Cross-correlation would give ${rows(correlation)}.`);
  } else if (t >= at.first) {
    const { visible } = motion(model, t);
    const known = out.flatMap((row, i) =>
      row.flatMap((x, j) =>
        visible(i, j) === 1 ? [`row ${i}, column ${j}: ${showShort(x)}`] : [],
      ),
    );
    parts.push(`Outputs so far, ${known.join('; ')}.`);
  }
  if (t >= at.constant) {
    parts.push(`All outputs equal: ${model.constant ? 'yes' : 'no'}.`);
  }
  return parts.join(' ');
}
