import { python, type Listing } from '../../../src/author';
import type { Model } from './model';

export const code = ({ logits, target }: Model, result: (answer: string) => string): Listing[] => [
  {
    title: 'PyTorch',
    language: 'python',
    source: `import torch
import torch.nn.functional as F

z = torch.tensor(${python(logits)}, requires_grad=True)
y = torch.tensor(${target})

p = torch.softmax(z, dim=0)
# ${result('p')}
loss = F.cross_entropy(z, y)  # takes the logits, not p
# ${result('loss')}
loss.backward()
z.grad
# ${result('grad')}
`,
  },
];
