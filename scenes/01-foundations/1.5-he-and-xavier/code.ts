import type { Listing } from '../../../src/author';
import type { Model } from './model';

export const code = ({ fan_in, fan_out }: Model, result: (answer: string) => string): Listing[] => [
  {
    title: 'PyTorch',
    language: 'python',
    source: `import torch
from torch import nn

layer = nn.Linear(${fan_in}, ${fan_out})  # the weight is ${fan_out} × ${fan_in}

nn.init.kaiming_normal_(layer.weight, mode="fan_in", nonlinearity="relu")
print(layer.weight.std())  # about ${result('he_std')}

nn.init.xavier_normal_(layer.weight)
print(layer.weight.std())  # about ${result('xavier_std')}
`,
  },
];
