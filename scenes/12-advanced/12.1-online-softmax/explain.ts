import { show, showShort, type Unfolding } from '../../../src/author';
import type { Model } from './model';
import { motion } from './motion';
import { fate } from './naive';

/** What the solution does not say of a part: a term of the bars, the naive sum, the edge of a block. */
export function explain(model: Model, unfolding: Unfolding, part: string): string | undefined {
  const [name, index] = part.split('.');
  const n = Number(index);
  const { block } = motion(model, unfolding);
  if (name === 'block') return 'Drag sideways: this many scores are read at a time.';
  if (name === 'term') return sayTerm(model, n, Math.max(0, block));
  return name === 'naive' && n <= block ? sayNaive(model, n) : undefined;
}

const held = (x: number): string => (x < 0 ? `(${showShort(x)})` : showShort(x));

function sayTerm({ scores, values, m }: Model, i: number, b: number): string {
  const power = Math.exp(scores[i] - m[b]);
  return `$e^{${showShort(scores[i])} - ${held(m[b])}} \\approx$ ${show(power)}, times ${held(values[i])}: ${show(power * values[i])}`;
}

function sayNaive({ naive, blocks, scores }: Model, b: number): string {
  const top = Math.max(...scores.slice(0, blocks[b][blocks[b].length - 1] + 1));
  switch (fate(naive[b])) {
    case 'overflow':
      return `float32 ends at $3.4\\cdot10^{38}$, about $e^{88.7}$. With $e^{${showShort(top)}}$ the naive sum is infinite, and $\\infty/\\infty$ is not a number.`;
    case 'underflow':
      return `float32 begins at $1.4\\cdot10^{-45}$, about $e^{-103}$. $e^{${showShort(top)}}$ becomes 0, and $0/0$ is not a number.`;
    case 'fine':
      return `In float32 the naive sum still fits: its mean is ${show(naive[b].out)}.`;
  }
}
