import { pythonFloat, type Listing } from '../../../src/author';
import type { Model } from './model';

export function code(model: Model, result: (answer: string) => string): Listing[] {
  const float = (name: 'f' | 'i' | 'c_tilde' | 'o' | 'c_prev'): string => pythonFloat(model[name]);
  const gates =
    model.gates === 'given'
      ? `f, i, c_tilde, o = ${float('f')}, ${float('i')}, ${float('c_tilde')}, ${float('o')}`
      : computed(model);
  const plain: Listing = {
    title: 'NumPy',
    language: 'python',
    source: `import numpy as np

${gates}

c_prev = ${float('c_prev')}
c = f * c_prev + i * c_tilde  # ${result('c')}
h = o * np.tanh(c)  # ${result('h')}
`,
  };
  return model.gates === 'given' ? [plain] : [plain, cell(model, result)];
}

const computed = ({ x, h_prev, w, u, b }: Model): string => {
  const list = (numbers: readonly number[]): string => numbers.map(pythonFloat).join(', ');
  return `def sigmoid(z):
    return 1 / (1 + np.exp(-z))


# in the order f, i, c_tilde, o
w = np.array([${list(w)}])
u = np.array([${list(u)}])
b = np.array([${list(b)}])
x, h_prev = ${pythonFloat(x)}, ${pythonFloat(h_prev)}

z = w * x + u * h_prev + b
f, i, o = sigmoid(z[[0, 1, 3]])
c_tilde = np.tanh(z[2])`;
};

/** PyTorch keeps its gates in another order. */
function cell({ x, h_prev, c_prev, w, u, b }: Model, result: (answer: string) => string): Listing {
  const rows = ([f, i, candidate, o]: readonly number[]): string =>
    `[${[i, f, candidate, o].map((row) => `[${pythonFloat(row)}]`).join(', ')}]`;
  const bias = [b[1], b[0], b[2], b[3]].map(pythonFloat).join(', ');
  return {
    title: 'PyTorch',
    language: 'python',
    source: `import torch

torch.set_default_dtype(torch.float64)
cell = torch.nn.LSTMCell(1, 1)
with torch.no_grad():  # PyTorch has the order i, f, c_tilde, o
    cell.weight_ih.copy_(torch.tensor(${rows(w)}))
    cell.weight_hh.copy_(torch.tensor(${rows(u)}))
    cell.bias_ih.copy_(torch.tensor([${bias}]))
    cell.bias_hh.zero_()

h, c = cell(torch.tensor([[${pythonFloat(x)}]]), (torch.tensor([[${pythonFloat(h_prev)}]]), torch.tensor([[${pythonFloat(c_prev)}]])))
# c: ${result('c')}, h: ${result('h')}
`,
  };
}
