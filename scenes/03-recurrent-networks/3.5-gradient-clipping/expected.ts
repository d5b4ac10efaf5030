import type { Expected } from '../../../src/author';
import { clipGradNorm } from './task';

const expected: Expected = {
  answers: {
    norm: '10.000',
    scale: '0.500',
    clipped: '3.000, 4.000',
    code: clipGradNorm,
  },
  slips: {
    norm: { '14': 'root of the sum of squares', '100': 'root is missing' },
    scale: { '0.357': 'sum of sizes', '0.05': 'square of the norm', '2': 'upside down' },
    clipped: {
      '5,5': 'turn the direction',
      '2.143,2.857': 'sum of sizes',
      '0.3,0.4': 'square of the norm',
    },
    code: {
      'function clipGradNorm(grads, m) { const n = Math.hypot(...grads.flatMap((g) => [...g])); for (const g of grads) g.forEach((x, i) => (g[i] = (x * m) / n)); return n; }':
        'Short gradients',
      'function clipGradNorm(grads, m) { return Math.hypot(...grads.flatMap((g) => [...g])); }':
        'unchanged',
    },
  },
  variants: ['grads=20,21&max_norm=5.8', 'grads=24,7&max_norm=6.25', 'grads=-5,-12&max_norm=6.5'],
};

export default expected;
