import { decimals, show, significant } from '../../../src/author';
import { RADII, radiusOf } from './carry';
import { edgeAt, logNormAt, type Growth } from './edge';
import type { ScaleGivens } from './settings';
import { superscript } from './superscript';

/** A length from its natural logarithm: `0.287`, or a power of ten, also past what float64 holds. */
export function lengthOf(logNorm: number): string {
  const power = Math.round(logNorm / Math.LN10);
  return Math.abs(power) < 5 ? show(Math.exp(logNorm), significant(3)) : `10${superscript(power)}`;
}

/** What came out, in one sentence. */
export function sayEdge(growth: Growth, { networks, hidden }: ScaleGivens): string {
  const edge = edgeAt(growth, growth.horizon);
  const who = `${networks === 1 ? 'One network' : `${networks} networks`} of ${hidden} units`;
  return edge === undefined
    ? `${who}: up to spectral radius ${show(growth.radius, significant(3))} gradients shrink on average; the edge is not in view.`
    : `${who} ${networks === 1 ? 'turns' : 'turn'} from vanishing to exploding at spectral radius ${show(edge)}, on average; the bound by hand, $‖W‖ \\approx 2\\,\\times$ radius, passes 1 already at 0.5.`;
}

/** The heatmap as text, with its numbers. */
export function describeGrowth(growth: Growth): string {
  const { horizon, radius } = growth;
  const columns = [1, 3, 5, 7].map((eighths) => Math.floor((RADII * eighths) / 8));
  const norms = columns.map(
    (column) =>
      `at ${show(radiusOf(column, radius), decimals(2))} it is ${lengthOf(logNormAt(growth, horizon, column))}`,
  );
  const edge = edgeAt(growth, horizon);
  return `Heatmap of the norm of gradients over spectral radius, 0 to ${show(radius, significant(3))}, and steps back, 0 to ${horizon}. After ${horizon} steps, by spectral radius: ${norms.join(', ')}. ${
    edge === undefined
      ? 'The edge of stability is not in view.'
      : `The edge of stability is at ${show(edge)}.`
  }`;
}
