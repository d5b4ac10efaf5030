import { FOLDED, python, type Listing } from '../../../src/author';
import type { Model } from './model';

/** It is the answer, so it stands here once it is revealed. */
const PAINTED = 'mask = torch.full((n, n), float("-inf")).triu(diagonal=1)';

export const code = ({ n, leak, scores }: Model, result: (answer: string) => string): Listing[] => [
  {
    title: 'PyTorch',
    language: 'python',
    source: `import torch

n = ${n}
${result('mask') === FOLDED ? 'mask = torch.zeros(n, n)  # yours to paint' : PAINTED}
# ${result('mask')}
visible = int((mask == 0).sum())
# ${result('visible')}

scores = torch.tensor(${python(scores)})
weights = torch.softmax(${leak ? 'scores' : 'scores + mask'}, dim=-1)${leak ? '  # leaks: the mask is left out' : ''}
`,
  },
];
