import { svg, type SVGTemplateResult } from 'lit';

const WAYS = { left: [-1, 0], right: [1, 0], up: [0, -1], down: [0, 1] } as const;

/**
 * A small arrow with its tip at x, y, so deep and, on either side, so wide. It is two lines whose
 * ends are not round: on a software device the twelve of a matrix, drawn as paths, took longer than
 * everything else in a dragged picture.
 */
export function chevron(
  x: number,
  y: number,
  { way, deep, wide }: { way: keyof typeof WAYS; deep: number; wide: number },
): SVGTemplateResult {
  const [dx, dy] = WAYS[way];
  const side = (across: number): SVGTemplateResult =>
    svg`<line x1=${x - dx * deep - dy * across} y1=${y - dy * deep + dx * across} x2=${x} y2=${y} />`;
  return svg`${side(-wide)}${side(wide)}`;
}
