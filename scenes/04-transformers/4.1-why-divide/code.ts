import type { Listing } from '../../../src/author';
import type { Model } from './model';

export const code = ({ d_k, scaled }: Model, result: (answer: string) => string): Listing[] => [
  {
    title: 'PyTorch',
    language: 'python',
    source: `import math
import torch

d_k = ${d_k}
q, k = torch.randn(2, 100_000, d_k)
scores = (q * k).sum(dim=1)
print(scores.var())  # about ${result('variance')}
print(scores.std())  # about ${result('std')}

scale = ${scaled ? 'math.sqrt(d_k)' : '1.0'}  # ${result('scale')}
print((scores / scale).var())

weights = torch.softmax(scores[:8] / scale, dim=0)
print(weights)
`,
  },
];
