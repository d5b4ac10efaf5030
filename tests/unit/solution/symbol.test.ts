import { expect, test } from 'vitest';
import { plainSymbol } from '../../../src/solution/symbol';

test.each([
  ['w_0', 'w_0'],
  ['\\frac{\\partial L}{\\partial z_i}', '∂L/∂z_i'],
  ['\\eta', 'η'],
  ['\\tilde c_{t-1}', 'c̃_{t−1}'],
  ['\\hat{y}', 'ŷ'],
  ['\\mathrm{lr}', 'lr'],
  ['\\text{out}_{1,0}', 'out_{1,0}'],
  ['w_{1}', 'w_1'],
  ['K^\\top', 'Kᵀ'],
  ['I \\star K', 'I ⋆ K'],
  ['\\operatorname{softmax}', 'softmax'],
  ['\\beta_1', 'β_1'],
  ['\\alpha\\,x', 'α x'],
])('%s is %s', (tex, plain) => {
  expect(plainSymbol(tex)).toBe(plain);
});
