/** A weight by the units it joins; a bias comes from behind the last unit. */
export interface Edge {
  readonly layer: number;
  readonly from: number;
  readonly to: number;
}

export const sameEdge = (a: Edge | undefined, b: Edge): boolean =>
  a?.layer === b.layer && a.from === b.from && a.to === b.to;
