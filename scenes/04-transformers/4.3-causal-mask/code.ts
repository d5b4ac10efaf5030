import { python, type Listing } from '../../../src/author';
import type { Model } from './model';

export const code = ({ n, leak, scores }: Model, result: (answer: string) => string): Listing[] => [
  {
    title: 'PyTorch',
    language: 'python',
    source: `import torch

n = ${n}
mask = torch.full((n, n), float("-inf")).triu(diagonal=1)
# ${result('mask')}
visible = int((mask == 0).sum())
# ${result('visible')}

scores = torch.tensor(${python(scores)})
weights = torch.softmax(${leak ? 'scores' : 'scores + mask'}, dim=-1)${leak ? '  # leaks: the mask is left out' : ''}
ahead = weights.triu(diagonal=1).sum(dim=-1)  # spent on later tokens
`,
  },
];
