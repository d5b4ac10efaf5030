import { python, type Listing, type Matrix } from '../../../src/author';
import type { Model } from './model';

const tensor = (m: Matrix): string => `torch.tensor(${python(m)})`;

export function code({ Q, K, V, causal }: Model, result: (answer: string) => string): Listing[] {
  const mask = causal
    ? `\nfuture = torch.ones_like(scores).triu(diagonal=1).bool()\nscores = scores.masked_fill(future, float("-inf"))`
    : '';
  return [
    {
      title: 'PyTorch',
      language: 'python',
      source: `import math
import torch

Q = ${tensor(Q)}
K = ${tensor(K)}
V = ${tensor(V)}

scores = Q @ K.T / math.sqrt(K.shape[-1])${mask}
weights = torch.softmax(scores, dim=-1)  # along each row
# ${result('weights')}
out = weights @ V
# ${result('out')}

# the same in one call
torch.nn.functional.scaled_dot_product_attention(
    Q[None], K[None], V[None], is_causal=${python(causal)}
)[0]
`,
    },
  ];
}
