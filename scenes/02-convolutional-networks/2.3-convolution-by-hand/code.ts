import { python, type Listing } from '../../../src/author';
import type { Model } from './model';

export function code(
  { image, kernel, stride, padding, flip }: Model,
  result: (answer: string) => string,
): Listing[] {
  const turn = flip
    ? 'kernel = kernel.flip(0, 1)  # a true convolution turns it by 180 degrees\n'
    : '';
  const scipy = flip ? 'convolve2d' : 'correlate2d';
  return [
    {
      title: 'PyTorch',
      language: 'python',
      source: `import torch
import torch.nn.functional as F

image = torch.tensor(${python(image)})
kernel = torch.tensor(${python(kernel)})
${turn}
# conv2d is cross-correlation; it wants (batch, channels, height, width)
out = F.conv2d(image[None, None], kernel[None, None], stride=${stride}, padding=${padding})[0, 0]
# ${result('out')}

bool((out == out[0, 0]).all())  # all outputs equal?
`,
    },
    {
      title: 'SciPy',
      language: 'python',
      source: `import numpy as np
from scipy.signal import ${scipy}

image = np.pad(${python(image)}, ${padding})
kernel = ${python(kernel)}

out = ${scipy}(image, kernel, mode="valid")[::${stride}, ::${stride}]
# ${result('out')}
`,
    },
  ];
}
