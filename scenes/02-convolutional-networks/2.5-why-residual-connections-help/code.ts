import { pythonFloat, type Listing } from '../../../src/author';
import type { Model } from './model';

export function code(model: Model, result: (answer: string) => string): Listing[] {
  const [f_prime, upstream] = [model.f_prime, model.upstream].map(pythonFloat);
  return [
    {
      title: 'PyTorch',
      language: 'python',
      source: `import torch

torch.set_default_dtype(torch.float64)


def gradient(blocks, skip):
    x = torch.tensor(1.0, requires_grad=True)
    y = x
    for _ in range(blocks):
        F = ${f_prime} * y  # any block whose derivative is ${f_prime}
        y = F + y if skip else F
    y.backward(torch.tensor(${upstream}))
    return x.grad.item()


print(gradient(1, skip=False))  # ${result('grad_plain')}
print(gradient(1, skip=True))  # ${result('grad_residual')}
print(gradient(${model.depth}, skip=False))  # ${result('plain_after')}
print(gradient(${model.depth}, skip=True))  # ${result('residual_after')}
`,
    },
  ];
}
