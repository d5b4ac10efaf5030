import type { Activation } from '../learn/operations/layer';
import { python } from '../scene/python';
import type { Matrix } from '../math/value';
import { features, type FeatureName } from './features';
import type { Settings } from './settings';
import { sizesOf } from './shape';

/** Nine digits tell every float32 from the next. */
const digits = (x: number): number => Number(x.toPrecision(9));

/** A layer as PyTorch holds it: outputs × inputs, and the biases. */
interface Layer {
  readonly weight: Matrix;
  readonly bias: readonly number[];
}

/** Layers of a network from their weights as they are trained, biases in the last row. */
export function layersOf(settings: Settings, weights: readonly Float32Array[]): Layer[] {
  const sizes = sizesOf(settings);
  return weights.map((own, i) => {
    const [inputs, outputs] = [sizes[i], sizes[i + 1]];
    const at = (from: number, to: number): number => digits(own[from * outputs + to]);
    const units = Array.from({ length: outputs }, (_, to) => to);
    return {
      weight: units.map((to) => Array.from({ length: inputs }, (_, from) => at(from, to))),
      bias: units.map((to) => at(inputs, to)),
    };
  });
}

/** Everything of a network, as text that other programs read. */
export function networkJson(
  settings: Settings,
  weights: readonly Float32Array[],
  step: number,
): string {
  const { inputs, activation } = settings;
  const layers = layersOf(settings, weights);
  return `${JSON.stringify({ step, inputs, activation, output: 'tanh', layers }, null, 2)}\n`;
}

const modules: Record<Activation, string> = {
  tanh: 'nn.Tanh()',
  relu: 'nn.ReLU()',
  sigmoid: 'nn.Sigmoid()',
  none: 'nn.Identity()',
};

/** The same network in PyTorch, and what it says at a place. */
export function pyTorch(
  settings: Settings,
  weights: readonly Float32Array[],
  { place, output }: { readonly place: readonly [number, number]; readonly output: number },
): string {
  const sizes = sizesOf(settings);
  const layers = layersOf(settings, weights);
  const inputs = settings.inputs.map((name) => features[name as FeatureName].python);
  const modulesOf = layers.map((_, i) => {
    const after = i === layers.length - 1 ? 'nn.Tanh()' : modules[settings.activation];
    return `    nn.Linear(${sizes[i]}, ${sizes[i + 1]}), ${after},`;
  });
  return `import torch
from torch import nn


def inputs(x1, x2):
    return torch.stack([${inputs.join(', ')}], dim=-1)


model = nn.Sequential(
${modulesOf.join('\n')}
)
weights = [
${layers.map(({ weight, bias }) => `    (${python(weight)}, ${python(bias)}),`).join('\n')}
]
with torch.no_grad():
    for linear, (weight, bias) in zip(model[::2], weights):
        linear.weight.copy_(torch.tensor(weight))
        linear.bias.copy_(torch.tensor(bias))
    x1, x2 = torch.tensor([${place.map(python).join(', ')}])
    print(model(inputs(x1, x2)))  # ${output.toFixed(3)}
`;
}
