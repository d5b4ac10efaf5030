import { python, pythonFloat, type Listing } from '../../../src/author';
import type { Model } from './model';

export const code = ({ grads, max_norm }: Model, result: (answer: string) => string): Listing[] => [
  {
    title: 'PyTorch',
    language: 'python',
    source: `import torch

w = torch.zeros(${grads.length}, requires_grad=True)
loss = (torch.tensor(${python(grads)}) * w).sum()  # its gradient is the list
loss.backward()

norm = torch.nn.utils.clip_grad_norm_([w], max_norm=${pythonFloat(max_norm)})
print(norm)    # ${result('norm')}
print(w.grad)  # ${result('clipped')}

# in a training loop: after loss.backward(), before optimizer.step()
`,
  },
];
