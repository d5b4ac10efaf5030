import { python, pythonFloat, type Listing } from '../../../src/author';
import type { Model } from './model';

export function code(model: Model, result: (answer: string) => string): Listing[] {
  const { gate, f, count, gates, rnn_factor } = model;
  const made =
    gate === 'constant'
      ? `torch.full((${count},), ${pythonFloat(f)})`
      : `torch.tensor(${python(gates)})`;
  return [
    {
      title: 'PyTorch',
      language: 'python',
      source: `import torch

torch.set_default_dtype(torch.float64)
gates = ${made}
cell = torch.tensor(1.0, requires_grad=True)

c = cell
for f in gates:
    c = f * c + 0.1  # something new at every step
c.backward()
print(cell.grad)  # ${result('lstm_after')}

print(${pythonFloat(rnn_factor)} ** ${count})  # the plain network: ${result('rnn_after')}
`,
    },
  ];
}
