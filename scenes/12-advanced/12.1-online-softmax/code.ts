import { show, type Listing, type Vector } from '../../../src/author';
import type { Model } from './model';

/** A number as Python writes a float: `1.0`, `-0.5`, `1e-05`. */
const float = (x: number): string =>
  Number.isInteger(x) && Math.abs(x) < 1e16 ? x.toFixed(1) : `${x}`;

const tensor = (list: Vector): string => `torch.tensor([${list.map(float).join(', ')}])`;

const rounded = (list: Vector): string =>
  `[${list.map((x) => show(x).replace('−', '-')).join(', ')}]`;

export function code({ scores, values, block, m, l, o, out }: Model): Listing[] {
  return [
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
# m after each block: ${rounded(m)}
# l after each block: ${rounded(l)}
# o after each block: ${rounded(o)}

out = o / l  # ${show(out).replace('−', '-')}
torch.testing.assert_close(out, torch.softmax(scores, dim=0) @ values)

# without the shift, in float32: nan once a score passes 88.7
e = torch.exp(scores.float())
e @ values.float() / e.sum()
`,
    },
  ];
}
