/** What a reader can change. */
export interface Givens {
  readonly documents: number;
  readonly queries: number;
  readonly shortlist: number;
}

export interface Model extends Givens {
  /** Passes of the bi-encoder that are made when the queries come. */
  readonly bi_online: number;
  /** Passes of a cross-encoder that reads every pair. */
  readonly cross_full: number;
  /** The first finds a shortlist, the second reads only that. */
  readonly pipeline: number;
}

export const countPasses = (givens: Givens): Model => {
  const { documents, queries, shortlist } = givens;
  return {
    ...givens,
    bi_online: queries,
    cross_full: queries * documents,
    pipeline: queries * (1 + shortlist),
  };
};

/** What the numbers of the exercise may be. */
export const range = {
  documents: { min: 1, max: 1e9, step: 1 },
  queries: { min: 1, max: 1e6, step: 1 },
  shortlist: { min: 1, max: 1e6, step: 1 },
};
