import type { Listing } from '../../../src/author';
import { SUPPORT } from './checker';
import { IN_PROMPT, type Model } from './model';

export const code = (
  { hybrid, rerank, temperature }: Model,
  result: (answer: string) => string,
): Listing[] => [
  {
    title: 'Python',
    language: 'python',
    source: `def answer(question):
    found = dense.search(question)
${hybrid ? '    found = fuse(found, bm25.search(question))\n' : ''}${
      rerank ? '    found = reranker.sort(question, found)\n' : ''
    }    passages = found[:${IN_PROMPT}]
    reply = model.invoke(prompt(question, passages), temperature=${temperature})
    return passages, claims_of(reply)

def evidence(claim, passages):
    """The passage with a sentence that has most of the claim's words."""
    words = stems(claim.text)
    for passage in passages:
        for sentence in sentences(passage):
            if len(words & stems(sentence)) >= ${SUPPORT} * len(words):
                return passage

passages, claims = answer(question)
held = [evidence(c, passages) for c in claims]
supported = sum(e is not None for e in held)  # ${result('supported')}
unsupported = len(claims) - supported  # ${result('unsupported')}
coverage = sum(
    c.cites is not None and evidence(c, [c.cites]) is not None for c in claims
) / max(1, len(claims))
# ${result('citation_coverage')}
`,
  },
];
