import type { Claim } from './checker';
import { claimsIn } from './own';
import type { Passage, Retrieval } from './retrieval';
import { answerTo } from './scripted';
import type { Givens } from './settings';

/** What the model reads, and what it was chosen from. */
interface Chosen {
  /** Passages in the order of the search, the best first. */
  readonly found: readonly Passage[];
  /** The same after reranking; the first of them go into the prompt. */
  readonly ranked: readonly Passage[];
  readonly context: readonly Passage[];
}

export interface Model extends Givens, Chosen {
  readonly retrieval: Retrieval;
  /** Claims of the answer, and those that the check has thrown out. */
  readonly claims: readonly Claim[];
  readonly rejected: readonly Claim[];
  readonly supported: number;
  readonly unsupported: number;
  readonly citation_coverage: number;
}

/** Passages in the prompt. */
export const IN_PROMPT = 3;
/** The constant of reciprocal rank fusion. */
export const K = 60;

/** From the retrieved lists to the passages in the prompt. */
export function chosenFrom(
  retrieval: Retrieval,
  { hybrid, rerank }: Pick<Givens, 'hybrid' | 'rerank'>,
): Chosen {
  const passageOf = new Map(retrieval.passages.map((passage) => [passage.id, passage]));
  const order = hybrid ? fused(retrieval) : retrieval.dense;
  const found = order.map((id) => passageOf.get(id)!);
  const ranked = rerank ? [...found].sort((a, b) => maxSim(b) - maxSim(a)) : found;
  return { found, ranked, context: ranked.slice(0, IN_PROMPT) };
}

/** From the retrieved lists to an answer whose every claim has been checked. */
export function ground(givens: Givens, retrieval: Retrieval): Model {
  const chosen = chosenFrom(retrieval, givens);
  const { context } = chosen;
  const written = retrieval.own
    ? claimsIn(retrieval.own.text, context)
    : answerTo(retrieval, context, givens);
  const kept = written.filter(
    ({ evidence }) => evidence !== undefined || !givens.faithfulness_check,
  );
  const supported = kept.filter(({ evidence }) => evidence !== undefined).length;
  const cited = kept.filter(({ rightlyCited }) => rightlyCited).length;
  return {
    ...givens,
    ...chosen,
    ...{ retrieval, claims: kept, supported },
    rejected: written.filter((claim) => !kept.includes(claim)),
    unsupported: kept.length - supported,
    citation_coverage: kept.length === 0 ? 0 : cited / kept.length,
  };
}

/** Reciprocal rank fusion: what every list gives a passage, added up. */
function fused({ bm25, dense, passages }: Retrieval): number[] {
  const scoreOf = (id: number): number =>
    ranksIn({ bm25, dense }, id).reduce((sum, rank) => sum + 1 / (K + rank), 0);
  return passages.map(({ id }) => id).sort((a, b) => scoreOf(b) - scoreOf(a));
}

/** The ranks of a passage, from 1, in the lists that have it. */
export const ranksIn = ({ bm25, dense }: Pick<Retrieval, 'bm25' | 'dense'>, id: number): number[] =>
  [bm25, dense].map((list) => list.indexOf(id) + 1).filter((rank) => rank > 0);

export const maxSim = ({ nearest }: Passage): number => nearest.reduce((sum, x) => sum + x, 0);
