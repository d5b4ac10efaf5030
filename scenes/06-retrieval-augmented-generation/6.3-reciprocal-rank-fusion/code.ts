import { pythonWhole, type Listing } from '../../../src/author';
import type { Model } from './model';

export const code = ({ ranks, k }: Model, result: (answer: string) => string): Listing[] => [
  {
    title: 'NumPy',
    language: 'python',
    source: `import numpy as np

ranks = np.array(${pythonWhole(ranks)})  # counted from 1
contributions = 1 / (${k} + ranks)
# ${result('contributions')}

score = contributions.sum()
# ${result('score')}
`,
  },
];
