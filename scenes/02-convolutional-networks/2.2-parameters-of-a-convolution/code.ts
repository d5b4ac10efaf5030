import { python, type Listing } from '../../../src/author';
import { SIDE, type Model } from './model';

export function code(
  { in_channels, filters, kernel, bias, groups }: Model,
  result: (answer: string) => string,
): Listing[] {
  return [
    {
      title: 'PyTorch',
      language: 'python',
      source: `import torch.nn as nn

conv = nn.Conv2d(${in_channels}, ${filters}, kernel_size=${kernel}, bias=${python(bias)}, groups=${groups})
sum(p.numel() for p in conv.parameters())  # ${result('params')}

# the fully connected layer between the same images of ${SIDE} x ${SIDE}; "meta" allocates nothing
dense = nn.Linear(${in_channels} * ${SIDE}**2, ${filters} * ${SIDE}**2, bias=${python(bias)}, device="meta")
sum(p.numel() for p in dense.parameters())  # ${result('dense_params')}
`,
    },
  ];
}
