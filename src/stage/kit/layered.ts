import type { Box } from './box';

/** Two nodes by their ids, and what stands on the way between them. */
export interface Edge {
  readonly from: string;
  readonly to: string;
  readonly label?: string;
  readonly part?: string;
  /** Taken only in some cases, so dashed. */
  readonly conditional?: boolean;
}

/** Where a node stands: its middle. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

/**
 * The layer of every node: one after the last that leads to it. Edges that lead back, as the cycle of
 * an agent does, are passed over; what is named first counts as earlier.
 */
export function layersOf(nodes: readonly string[], edges: readonly Edge[]): string[][] {
  const layer = new Map<string, number>();
  const visit = (node: string, depth: number, path: ReadonlySet<string>): void => {
    if (path.has(node) || (layer.get(node) ?? -1) >= depth) return;
    layer.set(node, depth);
    const along = new Set([...path, node]);
    for (const { from, to } of edges) if (from === node) visit(to, depth + 1, along);
  };
  const led = new Set(edges.filter(({ from, to }) => from !== to).map(({ to }) => to));
  for (const node of nodes) if (!led.has(node)) visit(node, 0, new Set());
  // What only stands in a cycle begins where it is named first.
  for (const node of nodes) if (!layer.has(node)) visit(node, 0, new Set());
  const layers: string[][] = [];
  for (const node of nodes) (layers[layer.get(node) ?? 0] ??= []).push(node);
  return layers;
}

/** Places for nodes in layers, left to right or top to bottom, each layer spread over the box. */
export function layered(
  layers: readonly (readonly string[])[],
  { x, y, width, height }: Box,
  direction: 'right' | 'down' = 'right',
): Map<string, Place> {
  const share = (i: number, count: number): number => (i + 0.5) / count;
  return new Map(
    layers.flatMap((layer, l) =>
      layer.map((node, i): [string, Place] => {
        const [along, across] = [share(l, layers.length), share(i, layer.length)];
        const [u, v] = direction === 'right' ? [along, across] : [across, along];
        return [node, { x: x + u * width, y: y + v * height }];
      }),
    ),
  );
}
