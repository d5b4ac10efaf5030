import { python, pythonFloat, type Listing } from '../../../src/author';
import type { Model } from './model';

export const code = (
  { reward, reference, beta }: Model,
  result: (answer: string) => string,
): Listing[] => [
  {
    title: 'PyTorch',
    language: 'python',
    source: `import torch

torch.set_default_dtype(torch.float64)
reward = torch.tensor(${python(reward)})
reference = torch.tensor(${python(reference)})
beta = ${pythonFloat(beta)}

policy = torch.softmax(reference.log() + reward / beta, dim=0)
# ${result('policy')}

expected_reward = policy @ reward  # ${result('expected_reward')}
kl = torch.xlogy(policy, policy / reference).nansum()  # ${result('kl')}
objective = expected_reward - beta * kl  # ${result('objective')}
`,
  },
];
