import type { Listing } from '../../../src/author';
import type { Model } from './model';

export const code = (model: Model, result: (answer: string) => string): Listing[] => [
  {
    title: 'PyTorch',
    language: 'python',
    source: `import torch
from torch import nn

image = torch.zeros(1, 1, ${model.input}, ${model.input})
conv = nn.Conv2d(1, 1, kernel_size=${model.kernel}, stride=${model.stride},
                 padding=${model.padding}, dilation=${model.dilation})
pool = nn.MaxPool2d(kernel_size=${model.pool}, stride=${model.pool_stride})

out = conv(image)
print(out.shape[-1])        # ${result('conv_out')}
print(pool(out).shape[-1])  # ${result('pool_out')}
`,
  },
];
