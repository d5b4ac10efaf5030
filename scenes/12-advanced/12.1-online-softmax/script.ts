import { svg, type SVGTemplateResult } from '../../../src/author';

// Fonts lack most raised characters; these are the usual ones, smaller and shifted.

/** Text with a raised tail: e and s − m. */
export const raised = (base: string, exponent: string): SVGTemplateResult =>
  svg`${base}<tspan dy="-0.45em" font-size="0.76em">${exponent}</tspan><tspan dy="0.34em">&#8203;</tspan>`;
