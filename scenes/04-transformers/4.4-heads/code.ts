import type { Listing } from '../../../src/author';
import type { Model } from './model';

export function code({ d_model, heads, n }: Model, result: (answer: string) => string): Listing[] {
  return [
    {
      title: 'PyTorch',
      language: 'python',
      source: `import torch
from torch.utils.flop_counter import FlopCounterMode

x = torch.randn(1, ${n}, ${d_model})

def flops(heads):
    layer = torch.nn.MultiheadAttention(${d_model}, heads, bias=False, batch_first=True)
    with FlopCounterMode(display=False) as counter:  # matrix products, 2 a multiply-add
        out, weights = layer(x, x, x, average_attn_weights=False)
    print(layer.head_dim, tuple(weights.shape))  # weights of each head: (1, heads, ${n}, ${n})
    return counter.get_total_flops()

multi = flops(${heads})
# width of a head: ${result('d_k')}
# multi: ${result('flops_multi')}
single = flops(1)
# single: ${result('flops_single')}
multi / single
# ${result('ratio')}
`,
    },
  ];
}
