import type { Listing } from '../../../src/author';
import type { Model } from './model';

export const code = (
  { documents, queries, shortlist }: Model,
  result: (answer: string) => string,
): Listing[] => [
  {
    title: 'sentence-transformers',
    language: 'python',
    source: `import numpy as np
from sentence_transformers import CrossEncoder, SentenceTransformer

bi = SentenceTransformer("all-MiniLM-L6-v2")
cross = CrossEncoder("cross-encoder/ms-marco-MiniLM-L6-v2")

# documents is a list of texts
stored = bi.encode(documents)  # ahead: ${documents} passes, once

def search(question, k=${shortlist}):
    vector = bi.encode(question)         # one pass
    nearest = np.argsort(-stored @ vector)[:k]
    scores = cross.predict([(question, documents[i]) for i in nearest])  # k passes
    return nearest[np.argsort(-scores)]

# passes for ${queries} ${queries === 1 ? 'question' : 'questions'}, with the bi-encoder alone: ${result('bi_online')}
# with the cross-encoder alone: ${result('cross_full')}
# with both in turn: ${result('pipeline')}
`,
  },
];
