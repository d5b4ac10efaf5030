import {
  cssColourAt,
  ramps,
  show,
  svg,
  type Box,
  type Domain,
  type SVGTemplateResult,
} from '../../../src/author';
import { strips, type ScaleLayout } from './scale-layout';

const count = (n: number): string => n.toLocaleString('en');

/** What is written around the strips of a tree: its title, and how many nodes each level has. */
function drawTree(
  box: Box,
  counts: readonly number[],
  unit: number,
  title: string,
): SVGTemplateResult {
  const places = strips(box, counts.length, unit);
  return svg`
    <text class="part-title" x=${box.x} y=${box.y + 15 * unit} font-size=${16 * unit}>${title}</text>
    ${places.map(
      (place, level) => svg`
        <rect class="strip-edge" x=${place.x - 0.5} y=${place.y - 0.5} width=${place.width + 1}
          height=${place.height + 1} />
        <text class="count" x=${place.x + place.width + 8 * unit} y=${place.y + place.height / 2}
          font-size=${14.5 * unit}>${count(counts[level])}</text>`,
    )}`;
}

/** The two trees, without the strips themselves, which are painted from the device's numbers. */
export function drawTrees(
  { online, naive, unit }: ScaleLayout,
  counts: readonly number[],
  domain: Domain | undefined,
  overflowed: number | undefined,
  dark: boolean,
): SVGTemplateResult {
  const naiveTitle =
    overflowed === undefined || overflowed === 0
      ? 'Naive sums, up the tree'
      : `Naive sums: ∞ in ${count(overflowed)} ${overflowed === 1 ? 'tile' : 'tiles'}, then upwards`;
  return svg`
    ${drawTree(online, counts, unit, 'Maximum m, up the tree')}
    ${domain ? legend(online, domain, unit, dark) : ''}
    ${drawTree(naive, counts, unit, naiveTitle)}`;
}

function legend(
  { x, y, width }: Box,
  domain: Domain,
  unit: number,
  dark: boolean,
): SVGTemplateResult {
  const stops = [0, 0.25, 0.5, 0.75, 1].map((part) => {
    const value = domain[0] + part * (domain[1] - domain[0]);
    return svg`<stop offset=${part} stop-color=${cssColourAt(ramps(dark).sequential, value, domain)} />`;
  });
  const right = x + width;
  const [text, bar] = [50 * unit, 56 * unit];
  return svg`<g class="legend" font-size=${14.5 * unit}>
    <defs><linearGradient id="maximum-ramp">${stops}</linearGradient></defs>
    <text x=${right - text - bar - 6 * unit} y=${y + 15 * unit} text-anchor="end">${show(domain[0], oneDecimal)}</text>
    <rect x=${right - text - bar} y=${y + 5 * unit} width=${bar} height=${10 * unit} rx=${4 * unit}
      fill="url(#maximum-ramp)" />
    <text x=${right} y=${y + 15 * unit} text-anchor="end">${show(domain[1], oneDecimal)}</text>
  </g>`;
}

const oneDecimal = { kind: 'decimals', digits: 1 } as const;
