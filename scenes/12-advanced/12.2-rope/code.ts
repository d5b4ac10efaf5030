import { python, pythonFloat, type Listing } from '../../../src/author';
import type { Model } from './model';

export const code = (
  { q, k, m, n, theta, shift }: Model,
  result: (answer: string) => string,
): Listing[] => [
  {
    title: 'NumPy',
    language: 'python',
    source: `import numpy as np

def R(a):
    return np.array([[np.cos(a), -np.sin(a)], [np.sin(a), np.cos(a)]])

q, k = np.array(${python(q)}), np.array(${python(k)})
m, n, theta = ${m}, ${n}, ${pythonFloat(theta)}

(R(m * theta) @ q) @ (R(n * theta) @ k)
# ${result('dot')}

m, n = m + ${shift}, n + ${shift}
(R(m * theta) @ q) @ (R(n * theta) @ k)
# ${result('dot_shifted')}

n - m  # ${result('relative')}
`,
  },
  {
    title: 'PyTorch',
    language: 'python',
    source: `import torch

def rope(x, positions, base=10_000):
    """Turns each pair of neighbouring entries of x, [positions, width]."""
    width = x.shape[-1]
    frequency = base ** (-torch.arange(0, width, 2, dtype=torch.float64) / width)
    angle = positions[:, None] * frequency  # in float64: see At scale
    c, s = angle.cos().to(x.dtype), angle.sin().to(x.dtype)
    even, odd = x[:, 0::2], x[:, 1::2]
    return torch.stack((even * c - odd * s, even * s + odd * c), -1).flatten(-2)
`,
  },
];
