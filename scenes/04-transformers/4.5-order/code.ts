import { python, pythonWhole, type Listing } from '../../../src/author';
import type { Model, Positions } from './model';

const PLACED: Readonly<Record<Positions, string>> = {
  none: '',
  sinusoidal: `    X = X + np.stack([np.sin(p), np.cos(p)], axis=1)\n`,
  rope: '',
};

const TURNED = `    c, s = np.cos(p)[:, None], np.sin(p)[:, None]
    Q, K = (M * c + np.stack([-M[:, 1], M[:, 0]], axis=1) * s for M in (Q, K))
`;

export function code(
  { first, weights, order, positions }: Model,
  result: (answer: string) => string,
): Listing[] {
  const { query, key, value, input, state } = weights;
  const needsPositions = positions === 'none' ? '' : '    p = np.arange(len(X))\n';
  return [
    {
      title: 'NumPy',
      language: 'python',
      source: `import numpy as np

X = np.array(${python(first.embeddings)})
order = ${pythonWhole(order)}
W_Q, W_K, W_V = (np.array(W) for W in (
    ${python(query)},
    ${python(key)},
    ${python(value)},
))

def attention(X):
${needsPositions}${PLACED[positions]}    Q, K, V = X @ W_Q, X @ W_K, X @ W_V
${positions === 'rope' ? TURNED : ''}    S = Q @ K.T / np.sqrt(2)
    A = np.exp(S) / np.exp(S).sum(axis=1, keepdims=True)
    return A @ V

difference = np.abs(attention(X[order]) - attention(X)[order]).max()
# ${result('max_difference')}
equivariant = "yes" if difference < 1e-9 else "no"
# ${result('equivariant')}

W, U = np.array(${python(input)}), np.array(${python(state)})

def rnn(X):
    h = np.zeros(2)
    for x in X:
        h = np.tanh(x @ W + h @ U)
    return h

rnn(X), rnn(X[order])
`,
    },
  ];
}
