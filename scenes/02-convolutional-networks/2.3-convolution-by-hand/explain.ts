import { showShort, type Unfolding } from '../../../src/author';
import { pixelAt, type Model } from './model';
import { motion } from './motion';

const factor = (x: number): string => (x < 0 ? `(${showShort(x)})` : showShort(x));

/** What the solution does not say of a part: a product of the picture, and what a pixel goes into. */
export function explain(model: Model, unfolding: Unfolding, part: string): string | undefined {
  const { padded, padding, laid, stride, out } = model;
  const [name, ...indices] = part.split('.');
  const [i, j] = indices.map(Number);
  if (name === 'products') {
    const { position, product } = motion(model, unfolding);
    const pixel = pixelAt(model, position, i, j);
    return product(i * laid[0].length + j) < 1
      ? undefined
      : `pixel ${showShort(pixel)} × weight ${factor(laid[i][j])} = ${showShort(pixel * laid[i][j])}`;
  }
  if (name !== 'image' && name !== 'padded') return undefined;
  const by = name === 'image' ? padding : 0;
  const reached = (at: number, window: number, count: number): number =>
    Array.from({ length: count }, (_, n) => n * stride).filter(
      (start) => start <= at && at < start + window,
    ).length;
  const windows =
    reached(i + by, laid.length, out.length) * reached(j + by, laid[0].length, out[0].length);
  const what =
    name === 'image' ? `pixel ${showShort(padded[i + by][j + by])}` : 'a zero of the border';
  if (!unfolding.shown('count')) return what;
  return `${what}, in ${windows} ${windows === 1 ? 'window' : 'windows'}`;
}
