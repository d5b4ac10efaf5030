import { python, pythonFloat, type Listing } from '../../../src/author';
import type { Activation, Model } from './model';

const inTorch: Readonly<Record<Activation, string>> = {
  sigmoid: 'torch.sigmoid(z)',
  tanh: 'torch.tanh(z)',
  relu: 'torch.relu(z)',
  identity: 'z',
};

export const code = (
  { w, x, b, activation }: Model,
  result: (answer: string) => string,
): Listing[] => [
  {
    title: 'PyTorch',
    language: 'python',
    source: `import torch

w = torch.tensor(${python(w)})
x = torch.tensor(${python(x)})
b = ${pythonFloat(b)}

z = w @ x + b  # ${result('z')}
a = ${inTorch[activation]}  # ${result('a')}
`,
  },
];
