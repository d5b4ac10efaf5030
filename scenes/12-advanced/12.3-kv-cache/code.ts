import { print, type Listing } from '../../../src/author';
import type { Model } from './model';

const dtypes: Readonly<Record<number, string>> = {
  1: 'torch.float8_e4m3fn',
  2: 'torch.float16',
  4: 'torch.float32',
  8: 'torch.float64',
};

export function code(model: Model, result: (answer: string) => string): Listing[] {
  const { layers, kv_heads, d_head, bytes, batch, context } = model;
  const dtype = dtypes[bytes];
  return [
    {
      title: 'PyTorch',
      language: 'python',
      source: `${dtype ? 'import torch\n\n' : ''}layers, kv_heads, d_head = ${layers}, ${kv_heads}, ${d_head}
batch, context = ${batch}, ${context}
bytes_each = ${dtype ? `torch.finfo(${dtype}).bits // 8` : print(bytes)}

per_token = 2 * layers * kv_heads * d_head * bytes_each  # keys and values
# ${result('per_token')}

values = 2 * layers * batch * kv_heads * context * d_head
# ${result('values')}

total = values * bytes_each
# ${result('total')}
print(f"{total / 2**30:.2f} GiB = {total / 1e9:.2f} GB")
`,
    },
  ];
}
