import { python, type Listing } from '../../../src/author';
import type { Model } from './model';

export const code = ({ a, b }: Model, result: (answer: string) => string): Listing[] => [
  {
    title: 'NumPy',
    language: 'python',
    source: `import numpy as np

a = np.array(${python(a)})
b = np.array(${python(b)})

dot = a @ b                # ${result('dot')}
norm_a = np.linalg.norm(a) # ${result('norm_a')}
norm_b = np.linalg.norm(b) # ${result('norm_b')}

cosine = dot / (norm_a * norm_b)
# ${result('cosine')}
np.degrees(np.arccos(np.clip(cosine, -1, 1)))
# ${result('angle')}
`,
  },
  {
    title: 'PyTorch',
    language: 'python',
    source: `import torch
import torch.nn.functional as F

a = torch.tensor(${python(a)}, dtype=torch.float64)
b = torch.tensor(${python(b)}, dtype=torch.float64)

F.cosine_similarity(a, b, dim=0)
# ${result('cosine')}
`,
  },
];
