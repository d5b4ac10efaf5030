import {
  nothing,
  rampLegend,
  ramps,
  show,
  significant,
  svg,
  svgText,
  type Box,
  type Domain,
  type ScaleFrame,
  type SVGTemplateResult,
} from '../../../src/author';
import type { Nodes } from './against-float64';
import { overflows } from './summary';
import { strips, type ScaleLayout } from './scale-layout';

const count = (n: number): string => n.toLocaleString('en');

/** What is written around the strips of a tree: its title, and how many nodes each level has. */
function drawTree(box: Box, counts: readonly number[], title: string): SVGTemplateResult {
  return svg`
    <text class="label strong" x=${box.x} y=${box.y + 19} font-size="16">${svgText(title)}</text>
    ${strips(box, counts.length).map(
      ({ x, y, width, height }, level) => svg`
        <rect class="strip-edge" x=${x - 0.5} y=${y - 0.5} width=${width + 1} height=${height + 1} />
        <text class="label note" x=${x + width + 8} y=${y + height / 2 + 5}
          font-size="14.5">${count(counts[level])}</text>`,
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
  { online, naive }: ScaleLayout,
  trees: readonly Nodes[],
  domain: Domain,
  pointed: Node | undefined,
  { dark, id }: ScaleFrame,
): SVGTemplateResult {
  const counts = trees.map(({ m }) => m.length);
  const title = (tree: Node['tree'], usual: string): string =>
    pointed?.tree === tree ? explain(pointed, trees) : usual;
  const legend = rampLegend({
    ...{ x: online.x + online.width - LEGEND, y: online.y + 19, width: LEGEND },
    ...{ ramp: ramps(dark).sequential, id: id('maximum') },
    ends: [show(domain[0], oneDecimal), show(domain[1], oneDecimal)],
  });
  return svg`
    ${drawTree(online, counts, title('online', 'Maximum $m$'))}
    ${pointed?.tree === 'online' ? nothing : legend}
    ${drawTree(naive, counts, title('naive', naiveTitle(trees[0])))}`;
}

function naiveTitle({ sums }: Nodes): string {
  const overflowed = overflows(sums);
  if (overflowed === 0) return 'Naive sums';
  return `Naive sums: ∞ in ${count(overflowed)} ${overflowed === 1 ? 'tile' : 'tiles'}`;
}

/** What a node holds: `12 of 256: $m$ = 18.2, $\ell$ = 3.41`, counted from 0. */
function explain({ tree, level, index }: Node, trees: readonly Nodes[]): string {
  const { m, l, sums } = trees[level];
  const which = `${count(index)} of ${count(m.length)}: `;
  return tree === 'online'
    ? `${which}$m$ = ${show(m[index], significant(4))}, $\\ell$ = ${show(l[index], significant(4))}`
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
    const boxes = strips(layout[tree], trees.length);
    const level = boxes.findIndex(
      (box) => x >= box.x && x < box.x + box.width && y >= box.y && y < box.y + box.height,
    );
    if (level < 0) continue;
    const across = (x - boxes[level].x) / boxes[level].width;
    return { tree, level, index: Math.floor(across * trees[level].m.length) };
  }
  return undefined;
}

const LEGEND = 144;
const oneDecimal = { kind: 'decimals', digits: 1 } as const;
