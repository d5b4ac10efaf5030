import { svg, type SVGTemplateResult } from '../../../src/author';

// Fonts lack most raised and lowered characters; these are the usual ones, smaller and shifted.

/** Text with a raised tail: e and s − m. */
export const raised = (base: string, exponent: string): SVGTemplateResult =>
  svg`${base}<tspan dy="-0.45em" font-size="0.76em">${exponent}</tspan><tspan dy="0.34em">&#8203;</tspan>`;

/** Text with a lowered tail: s and 0. */
export const lowered = (base: string, index: number): SVGTemplateResult =>
  svg`${base}<tspan dy="0.3em" font-size="0.74em">${index}</tspan>`;

/** A number above 0 in few characters: 22.8, or 1.6 times a power of ten. */
export function compact(x: number): SVGTemplateResult {
  if (x >= 1e-3 && x < 1e5) return svg`${x.toPrecision(4)}`;
  const [mantissa, exponent] = x.toExponential(1).split('e');
  return raised(`${mantissa} · 10`, exponent.replace('+', '').replace('-', '−'));
}
