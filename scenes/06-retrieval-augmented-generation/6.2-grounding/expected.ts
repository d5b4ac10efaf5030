import type { Expected } from '../../../src/author';

const expected: Expected = {
  answers: {
    supported: '2',
    unsupported: '3',
    citation_coverage: '0.200',
    fixes: 'better retrieval, strict prompt, check and reject',
  },
  slips: {
    supported: { '5': 'These are all claims' },
    unsupported: { '2': 'the claims with evidence' },
    citation_coverage: { '0.400': 'Every citation was counted' },
    fixes: {
      'better retrieval,strict prompt,higher temperature': 'higher temperature',
      'better retrieval,longer prompt,check and reject': 'instructions are no evidence',
      'trusted citations,strict prompt,check and reject': 'behind any sentence',
    },
  },
  variants: [
    'question=objectives&strict_prompt=true&hybrid=true&rerank=false&temperature=1',
    'question=residual&strict_prompt=true&hybrid=true&rerank=true&temperature=1.8',
    'question=mask&strict_prompt=false&hybrid=false&rerank=true&temperature=0.6',
  ],
};

export default expected;
