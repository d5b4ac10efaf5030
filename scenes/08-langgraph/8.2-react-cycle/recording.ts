/** What was said at a step, as the recording has it. */
export interface Said {
  readonly speaker: 'human' | 'agent' | 'tools';
  readonly text: string;
}

/** A run of the graph, node by node. */
export interface Run {
  readonly steps: readonly { readonly node: string; readonly said: Said }[];
  /** The error that ended it, if one did. */
  readonly thrown?: { readonly name: string; readonly message: string };
}

/** The compiled graph as it describes itself. */
export interface Shape {
  readonly nodes: readonly string[];
  readonly edges: readonly {
    readonly from: string;
    readonly to: string;
    readonly conditional: boolean;
  }[];
}

export interface Recording {
  readonly question: string;
  readonly shape: Shape;
  readonly run: Run;
  /** The same graph around a model that always asks for a tool. */
  readonly runaway: Run;
}
