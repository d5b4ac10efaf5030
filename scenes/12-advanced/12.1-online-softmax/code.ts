import { python, type Listing, type Vector } from '../../../src/author';
import type { Model } from './model';

const tensor = (list: Vector): string => `torch.tensor(${python(list)})`;

export const code = (
  { scores, values, block }: Model,
  result: (answer: string) => string,
): Listing[] => [
  {
    title: 'PyTorch',
    language: 'python',
    source: `import torch

torch.set_default_dtype(torch.float64)
scores = ${tensor(scores)}
values = ${tensor(values)}

m, l, o = torch.tensor(float("-inf")), torch.tensor(0.0), torch.tensor(0.0)
for s, v in zip(scores.split(${block}), values.split(${block})):
    m_new = torch.maximum(m, s.max())
    rescale = torch.exp(m - m_new)  # the old sums were relative to the old maximum
    terms = torch.exp(s - m_new)
    l = l * rescale + terms.sum()
    o = o * rescale + (terms * v).sum()
    m = m_new
# m after each block: ${result('m')}
# l after each block: ${result('l')}
# o after each block: ${result('o')}

out = o / l  # ${result('out')}
torch.testing.assert_close(out, torch.softmax(scores, dim=0) @ values)

# without the shift, in float32: nan once a score passes 88.7
e = torch.exp(scores.float())
e @ values.float() / e.sum()
`,
  },
];
