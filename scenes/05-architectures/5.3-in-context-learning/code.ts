import { python, pythonFloat, type Listing } from '../../../src/author';
import { LABELS, WEIGHTS, type Model } from './model';

const { query: WQ, key: WK, value: WV } = WEIGHTS;

export const code = ({ x, y, query, w }: Model, result: (answer: string) => string): Listing[] => [
  {
    title: 'NumPy',
    language: 'python',
    source: `import numpy as np

x = np.array(${python(x)})  # the prompt
y = np.array(${python(y)})
query = ${pythonFloat(query)}
truth = ${pythonFloat(w)} * query

W_Q, W_K, W_V = ${pythonFloat(WQ)}, ${pythonFloat(WK)}, ${pythonFloat(WV)}  # nothing below changes them
scores = (W_Q * query) * (W_K * x)
icl = (scores * (W_V * y)).mean()  # ${result('icl_prediction')}
icl_error = (icl - truth) ** 2  # ${result('icl_error')}

least_squares = (x @ y) / (x @ x) * query  # ${result('least_squares_prediction')}
least_squares_error = (least_squares - truth) ** 2  # ${result('least_squares_error')}

head = np.array(${python(LABELS)})  # fixed in training
label = head[np.abs(head - truth).argmin()]  # ${result('classifier_label')}
classifier_error = (label - truth) ** 2  # ${result('classifier_error')}
`,
  },
  {
    title: 'PyTorch: the same as a step of gradient descent',
    language: 'python',
    source: `import torch

x = torch.tensor(${python(x)}, dtype=torch.float64)
y = torch.tensor(${python(y)}, dtype=torch.float64)
w = torch.zeros((), dtype=torch.float64, requires_grad=True)

loss = ((w * x - y) ** 2).mean() / 2
loss.backward()
with torch.no_grad():
    w -= ${pythonFloat(WV)} * w.grad  # this weight moves; those of the layer do not

w * ${pythonFloat(query)}  # ${result('icl_prediction')}
`,
  },
];
