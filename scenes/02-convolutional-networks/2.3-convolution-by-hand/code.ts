import { show, showShort, type Listing, type Matrix } from '../../../src/author';
import type { Model } from './model';

/** A number as Python writes a float: `1.0`, `-0.5`, `1e-05`. */
const float = (x: number): string =>
  Number.isInteger(x) && Math.abs(x) < 1e16 ? x.toFixed(1) : `${x}`;

const nested = (m: Matrix, write: (x: number) => string): string =>
  `[${m.map((row) => `[${row.map(write).join(', ')}]`).join(', ')}]`;

const rounded = (x: number): string =>
  (Number.isInteger(x) ? showShort(x) : show(x)).replace('−', '-');

export function code({ image, kernel, stride, padding, flip, out }: Model): Listing[] {
  const turn = flip
    ? 'kernel = kernel.flip(0, 1)  # a true convolution turns it by 180 degrees\n'
    : '';
  return [
    {
      title: 'PyTorch',
      language: 'python',
      source: `import torch
import torch.nn.functional as F

image = torch.tensor(${nested(image, float)})
kernel = torch.tensor(${nested(kernel, float)})
${turn}
# conv2d is cross-correlation; it wants (batch, channels, height, width)
out = F.conv2d(image[None, None], kernel[None, None], stride=${stride}, padding=${padding})[0, 0]
# ${nested(out, rounded)}

bool((out == out[0, 0]).all())  # all outputs equal?
`,
    },
    {
      title: 'SciPy',
      language: 'python',
      source: `import numpy as np
from scipy.signal import ${flip ? 'convolve2d' : 'correlate2d'}

image = np.pad(${nested(image, float)}, ${padding})
kernel = ${nested(kernel, float)}

out = ${flip ? 'convolve2d' : 'correlate2d'}(image, kernel, mode="valid")[::${stride}, ::${stride}]
# ${nested(out, rounded)}
`,
    },
  ];
}
