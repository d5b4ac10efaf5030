import type { Listing } from '../../../src/author';
import type { Model } from './model';

export const code = (
  { layers, kernel, stride, dilation }: Model,
  result: (answer: string) => string,
): Listing[] => [
  {
    title: 'PyTorch',
    language: 'python',
    source: `from torch import nn

field, apart = 1, 1
for _ in range(${layers}):
    field += ${dilation} * (${kernel} - 1) * apart
    apart *= ${stride}
print(field)  # ${result('field')}

layer = lambda: nn.Conv2d(1, 1, ${kernel}, stride=${stride}, dilation=${dilation}, bias=False)
stack = nn.Sequential(*[layer() for _ in range(${layers})])
print(sum(p.numel() for p in stack.parameters()))  # ${result('stack_params')}

single = nn.Conv2d(1, 1, field, bias=False)
print(single.weight.numel())  # ${result('single_params')}
`,
  },
];
