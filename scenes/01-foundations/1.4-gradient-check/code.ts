import { pythonFloat, type Listing } from '../../../src/author';
import { functionOf } from './functions';
import type { Model } from './model';

export const code = ({ f, w, eps }: Model, result: (answer: string) => string): Listing[] => [
  {
    title: 'PyTorch',
    language: 'python',
    source: `import torch

f = ${functionOf(f).python}
w = torch.tensor(${pythonFloat(w)}, dtype=torch.float64, requires_grad=True)
eps = ${pythonFloat(eps)}

f(w).backward()
print(w.grad)  # ${result('analytic')}

def grad_check(f, w, eps):
    return (f(w + eps) - f(w - eps)) / (2 * eps)

with torch.no_grad():
    print(grad_check(f, w, eps))  # ${result('central')}
    print((f(w + eps) - f(w)) / eps)  # forward: ${result('forward')}

print(torch.autograd.gradcheck(f, w))  # the same, built in
`,
  },
];
