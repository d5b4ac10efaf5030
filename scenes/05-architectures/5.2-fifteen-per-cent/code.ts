import { pythonFloat, type Listing } from '../../../src/author';
import type { Model } from './model';

export const code = (
  { n, mask_rate, mask, random, draw }: Model,
  result: (answer: string) => string,
): Listing[] => [
  {
    title: 'PyTorch',
    language: 'python',
    source: `import torch

MASK, VOCABULARY, IGNORED = 103, 30522, -100
torch.manual_seed(${draw})
tokens = torch.randint(1000, VOCABULARY, (${n},))

chosen = torch.rand(${n}) < ${pythonFloat(mask_rate)}  # about ${result('chosen')}
split = torch.rand(${n})
masked = chosen & (split < ${pythonFloat(mask)})  # about ${result('masked')}
randomised = chosen & ~masked & (split < ${pythonFloat(mask)} + ${pythonFloat(random)})
# about ${result('randomised')}; the others, about ${result('kept')}, stay as they are

inputs = tokens.masked_fill(masked, MASK)
words = torch.randint(VOCABULARY, (${n},))
inputs = torch.where(randomised, words, inputs)
# Cross-entropy passes over what is not chosen.
labels = tokens.masked_fill(~chosen, IGNORED)
`,
  },
];
