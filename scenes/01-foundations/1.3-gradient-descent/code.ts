import type { Listing } from '../../../src/author';
import type { Model } from './model';

/** A number as Python writes a float: `1.0`, `-0.5`, `1e-05`. */
const float = (x: number): string =>
  Number.isInteger(x) && Math.abs(x) < 1e16 ? x.toFixed(1) : `${x}`.replace('e+', 'e');

/** As many iterates as a line of comment holds. */
const PRINTED = 6;

function constructor({ optimizer, lr, momentum, beta1, beta2, epsilon }: Model): string {
  const rate = `[w], lr=${float(lr)}`;
  switch (optimizer) {
    case 'sgd':
      return `SGD(${rate})`;
    case 'momentum':
      return `SGD(${rate}, momentum=${float(momentum)})`;
    case 'nesterov':
      return `SGD(${rate}, momentum=${float(momentum)}, nesterov=True)`;
    case 'rmsprop':
      return `RMSprop(${rate}, alpha=${float(beta2)}, eps=${float(epsilon)})`;
    case 'adam':
      return `Adam(${rate}, betas=(${float(beta1)}, ${float(beta2)}), eps=${float(epsilon)})`;
  }
}

/** One step of the rule in plain Python; w, g and the memory are floats. */
function rule({ optimizer, momentum, beta1, beta2, epsilon }: Model): [string, string] {
  const [mu, b1, b2, eps] = [momentum, beta1, beta2, epsilon].map(float);
  switch (optimizer) {
    case 'sgd':
      return ['', '    w -= lr * g'];
    case 'momentum':
      return ['v = 0.0\n', `    v = ${mu} * v + g\n    w -= lr * v`];
    case 'nesterov':
      return ['v = 0.0\n', `    v = ${mu} * v + g\n    w -= lr * (g + ${mu} * v)`];
    case 'rmsprop':
      return [
        's = 0.0\n',
        `    s = ${b2} * s + (1 - ${b2}) * g**2\n    w -= lr * g / (s**0.5 + ${eps})`,
      ];
    case 'adam':
      return [
        'm = s = 0.0\n',
        `    m = ${b1} * m + (1 - ${b1}) * g
    s = ${b2} * s + (1 - ${b2}) * g**2
    m_hat = m / (1 - ${b1}**t)
    s_hat = s / (1 - ${b2}**t)
    w -= lr * m_hat / (s_hat**0.5 + ${eps})`,
      ];
  }
}

export function code(model: Model, result: (answer: string) => string): Listing[] {
  const { c, w0, lr, steps } = model;
  const [memory, step] = rule(model);
  const printed = Array.from({ length: Math.min(steps, PRINTED) }, (_, i) => result(`w${i + 1}`));
  const out = printed.join(', ') + (steps > PRINTED ? ', …' : '');
  return [
    {
      title: 'PyTorch',
      language: 'python',
      source: `import torch

w = torch.tensor(${float(w0)}, requires_grad=True)
optimizer = torch.optim.${constructor(model)}

for step in range(${steps}):
    optimizer.zero_grad()
    loss = (w - ${float(c)}) ** 2
    loss.backward()
    optimizer.step()
    print(w.item())
# ${out}
`,
    },
    {
      title: 'Python, the rule itself',
      language: 'python',
      source: `w, c, lr = ${float(w0)}, ${float(c)}, ${float(lr)}
${memory}
for t in range(1, ${steps + 1}):
    g = 2 * (w - c)
${step}
    print(w)
# ${out}
`,
    },
  ];
}
