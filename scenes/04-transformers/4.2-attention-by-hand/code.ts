import { show, type Listing, type Matrix } from '../../../src/author';
import type { Model } from './model';

const tensor = (m: Matrix): string =>
  `torch.tensor([${m.map((row) => `[${row.map(float).join(', ')}]`).join(', ')}])`;

/** A number as Python writes a float: `1.0`, `-0.5`, `1e-05`. */
const float = (x: number): string =>
  Number.isInteger(x) && Math.abs(x) < 1e16 ? x.toFixed(1) : `${x}`;

const rounded = (m: Matrix): string =>
  `[${m.map((row) => `[${row.map((x) => show(x).replace('−', '-')).join(', ')}]`).join(', ')}]`;

export function code({ Q, K, V, causal, out }: Model): Listing[] {
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
out = weights @ V
# ${rounded(out)}

# the same in one call
torch.nn.functional.scaled_dot_product_attention(
    Q[None], K[None], V[None], is_causal=${causal ? 'True' : 'False'}
)[0]
`,
    },
  ];
}
