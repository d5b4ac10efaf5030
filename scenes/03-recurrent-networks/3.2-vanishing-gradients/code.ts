import { show, significant, type Listing } from '../../../src/author';
import type { Model } from './model';

/** A number as Python writes a float: `1.0`, `-0.5`, `1e-05`. */
const float = (x: number): string =>
  Number.isInteger(x) && Math.abs(x) < 1e16 ? x.toFixed(1) : `${x}`;

const result = (x: number): string =>
  Number.isFinite(x)
    ? show(x, significant(3)).replaceAll('−', '-')
    : 'too large for a float: raises OverflowError';

/** What step 4 of the solution computes, if anything. */
function rate({ verdict, factor, half_life }: Model): string {
  if (verdict === 'holds') return 'half_life = math.inf';
  if (half_life === undefined) {
    return `doubling = math.log(2) / math.log(factor)     # ${result(Math.log(2) / Math.log(factor))} steps`;
  }
  if (factor === 0) return 'half_life = 0.0                   # all of it is gone after one step';
  return `half_life = math.log(0.5) / math.log(factor)  # ${result(half_life)} steps`;
}

export function code(model: Model): Listing[] {
  const { w_norm, tanh_prime, steps, factor, after } = model;
  return [
    {
      title: 'PyTorch',
      language: 'python',
      source: `import math
import torch

w_norm, tanh_prime, steps = ${float(w_norm)}, ${float(tanh_prime)}, ${steps}
factor = w_norm * tanh_prime      # ${result(factor)}
bound = factor ** steps           # ${result(after)}
${rate(model)}

# the same bound met by a real network: W a rotation times ${float(w_norm)}, every slope ${float(tanh_prime)}
hidden = 64
W = ${float(w_norm)} * torch.linalg.qr(torch.randn(hidden, hidden, dtype=torch.float64)).Q
gradient = torch.randn(hidden, dtype=torch.float64)
gradient /= gradient.norm()
for _ in range(steps):
    gradient = W.T @ (${float(tanh_prime)} * gradient)
print(gradient.norm())            # ${result(after)}: a rotation stretches all directions alike

# lost when added to 1 in float32: anything up to 2 ** -24
torch.tensor(1.0) + torch.tensor(2.0**-24) == 1.0  # True
`,
    },
  ];
}
