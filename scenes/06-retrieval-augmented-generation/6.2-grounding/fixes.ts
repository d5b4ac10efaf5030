/** What goes wrong between a question and its answer. */
export const FAILURES = [
  'The evidence was never found.',
  'It was found, and the answer goes beyond it.',
  'A claim was made up all the same.',
] as const;

/** What one might do about it, by a short name. */
export const REMEDIES: Readonly<Record<string, string>> = {
  'better retrieval': 'search by words and by meaning, and rerank',
  'strict prompt': 'ask for answers from the context only, with citations, or “I don’t know”',
  'check and reject': 'lower the temperature, check every claim, and reject what has no evidence',
  'higher temperature': 'raise the temperature',
  'longer prompt': 'write a longer prompt, with no more evidence in it',
  'trusted citations': 'trust whatever carries a citation',
};

/** What helps against each. */
export const HELPS = ['better retrieval', 'strict prompt', 'check and reject'] as const;
