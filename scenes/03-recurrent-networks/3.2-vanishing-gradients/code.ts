import { pythonFloat, type Listing } from '../../../src/author';
import { GATE, type Model } from './model';

/** What step 4 of the solution computes, if anything. */
function rate({ verdict, factor, half_life }: Model, result: (answer: string) => string): string {
  if (verdict === 'holds') return 'half_life = math.inf';
  if (half_life === undefined) return 'doubling = math.log(2) / math.log(factor)';
  if (factor === 0) return 'half_life = 0.0                   # all of it is gone at once';
  return `half_life = math.log(0.5) / math.log(factor)  # ${result('half_life')} steps`;
}

export function code(model: Model, result: (answer: string) => string): Listing[] {
  const [norm, slope] = [model.w_norm, model.tanh_prime].map(pythonFloat);
  const after = model.after === Infinity ? 'too large for a float: OverflowError' : result('after');
  return [
    {
      title: 'PyTorch',
      language: 'python',
      source: `import math
import torch

w_norm, tanh_prime, steps = ${norm}, ${slope}, ${model.steps}
factor = w_norm * tanh_prime      # ${result('factor')}
bound = factor ** steps           # ${after}
${rate(model, result)}

# the same bound met by a real network: W is a rotation times ${norm}, every slope is ${slope}
hidden = 64
W = ${norm} * torch.linalg.qr(torch.randn(hidden, hidden, dtype=torch.float64)).Q
gradient = torch.randn(hidden, dtype=torch.float64)
gradient /= gradient.norm()
for _ in range(steps):
    gradient = W.T @ (${slope} * gradient)
print(gradient.norm())            # ${after}: a rotation stretches all directions alike

# what a gate of ${GATE} leaves instead
print(${GATE} ** steps)

# lost when added to 1 in float32: anything up to 2 ** -24
torch.tensor(1.0) + torch.tensor(2.0**-24) == 1.0  # True
`,
    },
  ];
}
