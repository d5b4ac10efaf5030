import type { Recording, Shape } from './recording';

export interface Givens {
  /** How often the scripted model asks for a tool before it answers. */
  readonly tool_rounds: number;
  readonly recursion_limit: number;
}

export interface Model extends Givens {
  readonly recording: Recording;
  readonly cycleEdge: string;
  readonly stopsBy: 'no tool calls' | 'recursion limit';
  readonly steps: number;
}

export const range = {
  tool_rounds: { min: 0, max: 20, step: 1 },
  recursion_limit: { min: 1, max: 60, step: 1 },
};

/** What the recorded run shows. */
export function observed(givens: Givens, recording: Recording): Model {
  const { run, shape } = recording;
  return {
    ...givens,
    recording,
    cycleEdge: edgeName(backEdge(shape)),
    stopsBy: run.thrown ? 'recursion limit' : 'no tool calls',
    steps: run.steps.length,
  };
}

/** A node as readers know it. */
export const nodeName = (id: string): string => ({ __start__: 'START', __end__: 'END' })[id] ?? id;

export const edgeName = ({ from, to }: { from: string; to: string }): string =>
  `${nodeName(from)} → ${nodeName(to)}`;

/** The edge that leads back to a node on the way to it, walking from the start. */
export function backEdge({ nodes, edges }: Shape): Shape['edges'][number] {
  const walk = (node: string, way: readonly string[]): Shape['edges'][number] | undefined => {
    for (const edge of edges.filter(({ from }) => from === node)) {
      if (way.includes(edge.to)) return edge;
      const found = walk(edge.to, [...way, edge.to]);
      if (found) return found;
    }
    return undefined;
  };
  return walk(nodes[0], [nodes[0]])!;
}
