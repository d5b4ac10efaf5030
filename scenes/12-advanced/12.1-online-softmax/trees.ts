import {
  cssColourAt,
  nothing,
  ramps,
  show,
  significant,
  svg,
  type Box,
  type Domain,
  type SVGTemplateResult,
} from '../../../src/author';
import type { Nodes } from './against-float64';
import { overflows } from './summary';
import { strips, type ScaleLayout } from './scale-layout';

const count = (n: number): string => n.toLocaleString('en');

/** What is written around the strips of a tree: its title, and how many nodes each level has. */
function drawTree(
  box: Box,
  counts: readonly number[],
  unit: number,
  title: string,
): SVGTemplateResult {
  const boxes = strips(box, counts.length, unit);
  return svg`
    <text class="part-title" x=${box.x} y=${box.y + 15 * unit} font-size=${16 * unit}>${title}</text>
    ${boxes.map(
      (strip, level) => svg`
        <rect class="strip-edge" x=${strip.x - 0.5} y=${strip.y - 0.5} width=${strip.width + 1}
          height=${strip.height + 1} />
        <text class="count" x=${strip.x + strip.width + 8 * unit} y=${strip.y + strip.height / 2}
          font-size=${14.5 * unit}>${count(counts[level])}</text>`,
    )}`;
}

/** A node of one of the trees. */
export interface Node {
  readonly tree: 'online' | 'naive';
  readonly level: number;
  readonly index: number;
}

/** The two trees, without the strips themselves, which are painted from the device's numbers. */
export function drawTrees(
  { online, naive, unit }: ScaleLayout,
  trees: readonly Nodes[],
  domain: Domain,
  pointed: Node | undefined,
  dark: boolean,
): SVGTemplateResult {
  const counts = trees.map(({ m }) => m.length);
  const title = (tree: Node['tree'], usual: string): string =>
    pointed?.tree === tree ? explain(pointed, trees) : usual;
  const told = pointed?.tree === 'online';
  return svg`
    ${drawTree(online, counts, unit, title('online', 'Maximum m'))}
    ${told ? nothing : legend(online, domain, unit, dark)}
    ${drawTree(naive, counts, unit, title('naive', naiveTitle(trees[0])))}`;
}

function naiveTitle({ sums }: Nodes): string {
  const overflowed = overflows(sums);
  if (overflowed === 0) return 'Naive sums';
  return `Naive sums: ∞ in ${count(overflowed)} ${overflowed === 1 ? 'tile' : 'tiles'}`;
}

/** What a node holds: `12 of 256: m = 18.2, l = 3.41`, counted from 0. */
function explain({ tree, level, index }: Node, trees: readonly Nodes[]): string {
  const { m, l, sums } = trees[level];
  const which = `${count(index)} of ${count(m.length)}: `;
  return tree === 'online'
    ? `${which}m = ${show(m[index], significant(4))}, l = ${show(l[index], significant(4))}`
    : `${which}sum = ${show(sums[index], significant(4))}`;
}

/** The node whose strip lies under a point of the picture. */
export function nodeAt(
  layout: ScaleLayout,
  trees: readonly Nodes[],
  x: number,
  y: number,
): Node | undefined {
  for (const tree of ['online', 'naive'] as const) {
    const boxes = strips(layout[tree], trees.length, layout.unit);
    const level = boxes.findIndex(
      (box) => x >= box.x && x < box.x + box.width && y >= box.y && y < box.y + box.height,
    );
    if (level < 0) continue;
    const across = (x - boxes[level].x) / boxes[level].width;
    return { tree, level, index: Math.floor(across * trees[level].m.length) };
  }
  return undefined;
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
