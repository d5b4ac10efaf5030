import { nothing, svg, type SVGTemplateResult } from 'lit';
import type { Role } from '../../math/role';
import type { Box } from './box';
import { alongCurve, curvePath, edgeCurve, type Curve } from './edge-curve';
import type { Edge, Place } from './layered';
import { NORMAL, SMALL, svgText, textWidth } from './text';
import { travelling } from './travelling';
import { typeFor, wrapped } from './wrap';

export interface GraphNode {
  readonly id: string;
  readonly label: string;
  readonly role?: Role;
  readonly part?: string;
  readonly state?: 'idle' | 'active' | 'done';
}

/** A value on its way along an edge, from 0 where it leaves to 1 where it arrives. */
export interface Travel {
  readonly from: string;
  readonly to: string;
  readonly value: string;
  readonly fraction: number;
}

export interface Graph {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly Edge[];
  /** The middle of every node; see `layered`. */
  readonly places: ReadonlyMap<string, Place>;
  /** How wide a node may be; its label is broken into lines that fit. */
  readonly nodeWidth: number;
  readonly travels?: readonly Travel[];
}

const PADDING = 14;
const LINE = 20;
/** How far two edges that lead there and back bend apart. */
const BULGE = 22;
const LOOP = 34;

const linesOf = ({ label }: GraphNode, nodeWidth: number): string[] =>
  wrapped(label, nodeWidth - 2 * PADDING, NORMAL, 'whole');

/** The box of a node: as wide as its label, no wider than `nodeWidth`. */
export function nodeBox(node: GraphNode, { places, nodeWidth }: Graph): Box {
  const { x, y } = places.get(node.id) ?? { x: 0, y: 0 };
  const lines = linesOf(node, nodeWidth);
  const wide = Math.max(...lines.map((line) => textWidth(line, NORMAL))) + 2 * PADDING;
  const width = Math.min(nodeWidth, Math.max(64, wide));
  const height = LINE * lines.length + 20;
  return { x: x - width / 2, y: y - height / 2, width, height };
}

/** The way an edge takes; an edge back to where it begins loops over its node. */
function curveOf({ from, to }: Pick<Edge, 'from' | 'to'>, graph: Graph): Curve | undefined {
  const [a, b] = [from, to].map((id) => graph.nodes.find((node) => node.id === id));
  if (!a || !b) return undefined;
  const [start, end] = [nodeBox(a, graph), nodeBox(b, graph)];
  if (a === b) {
    const middle = start.x + start.width / 2;
    const top = { y: start.y - 3 };
    return {
      from: { x: middle - 18, ...top },
      bend: { x: middle, y: start.y - 2 * LOOP },
      to: { x: middle + 18, ...top },
    };
  }
  const back = graph.edges.some((edge) => edge.from === to && edge.to === from);
  return edgeCurve(start, end, back ? BULGE : 0);
}

/** Nodes, the edges between them, and the values on their way. */
export function graph(drawing: Graph): SVGTemplateResult {
  const { nodes, edges, travels = [] } = drawing;
  return svg`<g class="graph">
    ${edges.map((edge) => drawEdge(edge, drawing))}
    ${nodes.map((node) => drawNode(node, drawing))}
    ${travels.map((travel) => drawTravel(travel, drawing))}
  </g>`;
}

function drawEdge(edge: Edge, drawing: Graph): SVGTemplateResult | typeof nothing {
  const curve = curveOf(edge, drawing);
  if (!curve) return nothing;
  const { line, head } = curvePath(curve);
  const { x, y } = alongCurve(curve, 0.5);
  return svg`<g class=${edge.conditional ? 'edge conditional' : 'edge'} data-part=${edge.part ?? nothing}>
    <path class="way" d=${line} /><path class="way head" d=${head} />
    ${
      edge.label === undefined
        ? nothing
        : svg`<text x=${x} y=${y} font-size=${SMALL}>${svgText(edge.label)}</text>`
    }
  </g>`;
}

function drawNode(node: GraphNode, drawing: Graph): SVGTemplateResult {
  const { role, part, state = 'idle' } = node;
  const box = nodeBox(node, drawing);
  const lines = linesOf(node, drawing.nodeWidth);
  const top = box.y + box.height / 2 - (LINE * (lines.length - 1)) / 2;
  return svg`<g class=${`node ${state}`} data-part=${part ?? nothing}>
    <rect x=${box.x} y=${box.y} width=${box.width} height=${box.height} rx="10" />
    ${lines.map(
      (line, i) => svg`<text class=${role ? `role-${role}` : nothing} x=${box.x + box.width / 2}
        y=${top + LINE * i} font-size=${typeFor(line, box.width - 8, NORMAL)}>${svgText(line)}</text>`,
    )}
  </g>`;
}

/** The value over its edge; nothing once it has arrived. */
function drawTravel(travel: Travel, drawing: Graph): SVGTemplateResult | typeof nothing {
  const curve = curveOf(travel, drawing);
  if (!curve || travel.fraction <= 0 || travel.fraction >= 1) return nothing;
  return travelling(alongCurve(curve, travel.fraction), travel.value);
}
