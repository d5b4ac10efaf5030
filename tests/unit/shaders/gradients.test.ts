import { describe, expect, test } from 'vitest';
import conv2d from '../../../shaders/convolution/conv2d';
import conv2dGradientInput from '../../../shaders/convolution/conv2d_gradient_input';
import conv2dGradientKernel from '../../../shaders/convolution/conv2d_gradient_kernel';
import elementwise from '../../../shaders/elementwise/elementwise';
import elementwiseGradient from '../../../shaders/elementwise/elementwise_gradient';
import embedding from '../../../shaders/sequence/embedding';
import embeddingGradient from '../../../shaders/sequence/embedding_gradient';
import layer from '../../../shaders/dense/layer';
import layerGradient from '../../../shaders/dense/layer_gradient';
import { layerActivations } from '../../../shaders/dense/lib/layer';
import layerNorm from '../../../shaders/sequence/layer_norm';
import layerNormGradient from '../../../shaders/sequence/layer_norm_gradient';
import layerNormParameters from '../../../shaders/sequence/layer_norm_parameters';
import maxPool from '../../../shaders/convolution/max_pool';
import maxPoolGradient from '../../../shaders/convolution/max_pool_gradient';
import { activationIndex } from '../../../shaders/lib/activation';
import lstm from '../../../shaders/recurrent/lstm';
import lstmGradient from '../../../shaders/recurrent/lstm_gradient';
import rnn from '../../../shaders/recurrent/rnn';
import rnnGradient from '../../../shaders/recurrent/rnn_gradient';
import softmax from '../../../shaders/softmax/softmax';
import softmaxGradient from '../../../shaders/softmax/softmax_gradient';
import { executeTwin } from '../../../src/compute/executor';
import type { Dimensions, Kernel, Knobs } from '../../../src/compute/kernel';
import type { Numbers } from '../../../src/compute/numbers';
import { buffersOf, lengthOf } from '../../../src/compute/shape';
import { Random } from '../../../src/math/random';

/** A kernel and the one that carries gradients back through it. */
interface Pair {
  readonly forward: Kernel;
  readonly gradient: Kernel;
  readonly dimensions: Dimensions;
  /** Of both; each takes those it has. */
  readonly knobs?: Knobs;
  /** What the forward kernel writes: its gradient is what arrives. */
  readonly output: string;
  /** The gradient kernel's name for what arrives; `upstream` unless said. */
  readonly arrives?: string;
  /** What the gradient kernel writes, and what the forward kernel reads that it belongs to. */
  readonly gradients: Readonly<Record<string, string>>;
  /** Dimensions that the gradient kernel alone has. */
  readonly besides?: Dimensions;
}

const image = { batch: 2, height: 5, width: 6, kernelHeight: 2, kernelWidth: 3 };
const strided = { stride: 2, padding: 1, dilation: 1, biased: 1 };
const grouped = { ...image, inputs: 4, outputs: 2, groups: 2, outHeight: 3, outWidth: 3 };
const dilated = { stride: 1, padding: 2, dilation: 2, biased: 0 };
const dense = { ...image, inputs: 2, outputs: 3, groups: 1, outHeight: 7, outWidth: 6 };
const windows = {
  ...{ planes: 2, height: 5, width: 6, outHeight: 3, outWidth: 4 },
  ...{ windowHeight: 3, windowWidth: 2 },
};
const rows = { rows: 3, width: 5 };
const sequences = { steps: 4, batch: 2, hidden: 3 };

/** One line a pair; the gradient kernel's other buffers are the forward kernel's of that name. */
const pairs: readonly Pair[] = [
  ...[
    { forward: conv2d, output: 'convolved', dimensions: grouped, knobs: strided },
    { forward: conv2d, output: 'convolved', dimensions: dense, knobs: dilated },
  ].flatMap((pair) => [
    { ...pair, gradient: conv2dGradientInput, gradients: { gradient: 'image' } },
    {
      ...pair,
      gradient: conv2dGradientKernel,
      gradients: { gradient: 'weights' },
      besides: { parts: 1 },
    },
  ]),
  ...[{ forward: maxPool, gradient: maxPoolGradient }].map((pair) => ({
    ...pair,
    dimensions: windows,
    knobs: { stride: 2, padding: 1 },
    output: 'pooled',
    gradients: { gradient: 'image' },
  })),
  ...Object.values(activationIndex).map((operation) => ({
    forward: elementwise,
    gradient: elementwiseGradient,
    dimensions: { count: 7 },
    knobs: { operation },
    output: 'outputs',
    gradients: { gradient: 'inputs' },
  })),
  ...Object.values(layerActivations).map((activation) => ({
    forward: layer,
    gradient: layerGradient,
    dimensions: { networks: 2, rows: 3, inputs: 2, outputs: 5 },
    knobs: { activation, onward: 1 },
    output: 'y',
    gradients: { x_gradient: 'x', weights_gradient: 'weights' },
  })),
  {
    forward: layerNorm,
    gradient: layerNormGradient,
    dimensions: rows,
    knobs: { epsilon: 1e-5 },
    output: 'outputs',
    gradients: { gradient: 'inputs' },
  },
  {
    forward: layerNorm,
    gradient: layerNormParameters,
    dimensions: rows,
    knobs: { epsilon: 1e-5 },
    output: 'outputs',
    gradients: { gain_gradient: 'gain', bias_gradient: 'bias' },
  },
  {
    forward: embedding,
    gradient: embeddingGradient,
    dimensions: { positions: 6, vocabulary: 4, width: 3 },
    output: 'embedded',
    gradients: { gradient: 'table' },
  },
  {
    forward: softmax,
    gradient: softmaxGradient,
    dimensions: { rows: 3, columns: 5 },
    output: 'probabilities',
    gradients: { gradient: 'scores' },
  },
  {
    forward: rnn,
    gradient: rnnGradient,
    dimensions: sequences,
    output: 'h',
    gradients: { projected_gradient: 'projected', h0_gradient: 'h0' },
  },
  {
    forward: lstm,
    gradient: lstmGradient,
    dimensions: sequences,
    output: 'h',
    gradients: { projected_gradient: 'projected', h0_gradient: 'h0', c0_gradient: 'c0' },
  },
];

/** Half the distance over which a loss is compared: its round-off and its curvature stay small. */
const STEP = 1e-5;

/** Numbers for what a kernel reads, in float64. */
function inputsFor(kernel: Kernel, dimensions: Dimensions, random: Random) {
  const inputs: Record<string, number[]> = {};
  for (const use of buffersOf(kernel).filter(({ access }) => access !== 'write')) {
    const fill = use.spec.fill ?? (() => random.normal());
    const length = lengthOf(use, dimensions);
    inputs[use.name] = Array.from({ length }, () => fill(random, dimensions));
  }
  return inputs;
}

/** What of a call a kernel declares. */
const known = <T>(names: readonly string[], given: Readonly<Record<string, T>>) =>
  Object.fromEntries(Object.entries(given).filter(([name]) => names.includes(name)));

const knobsOf = (kernel: Kernel, { knobs = {} }: Pair): Knobs =>
  known(Object.keys(kernel.knobs ?? {}), knobs);

const dot = (a: readonly number[], b: Numbers): number =>
  a.reduce((sum, value, i) => sum + value * b[i], 0);

/** The slope of Σ arriving·output along each input, by central differences. */
function slopesOf(pair: Pair, inputs: Record<string, number[]>, name: string, arriving: number[]) {
  const { forward, dimensions, output } = pair;
  const knobs = knobsOf(forward, pair);
  const lossAt = (i: number, step: number): number => {
    const moved = inputs[name].map((value, j) => (i === j ? value + step : value));
    const buffers = { ...inputs, [name]: moved };
    return dot(arriving, executeTwin(forward, { dimensions, knobs, buffers })[output]);
  };
  return inputs[name].map((_, i) => (lossAt(i, STEP) - lossAt(i, -STEP)) / (2 * STEP));
}

describe('gradients are the slopes of what they are gradients of', () => {
  test.each(pairs.map((pair, i) => [pair.gradient.name, i, pair] as const))(
    '%s (pair %i)',
    (_name, i, pair) => {
      const { forward, gradient, dimensions, arrives = 'upstream' } = pair;
      const random = new Random(i + 1);
      const inputs = inputsFor(forward, dimensions, random);
      const knobs = knobsOf(forward, pair);
      const outputs = executeTwin(forward, { dimensions, knobs, buffers: inputs });
      const arriving = Array.from(outputs[pair.output], () => random.normal());
      const reads = Object.keys(gradient.reads ?? {});
      const found = executeTwin(gradient, {
        dimensions: known(gradient.dimensions, { ...dimensions, ...pair.besides }),
        knobs: knobsOf(gradient, pair),
        buffers: known<Numbers | readonly number[]>(reads, {
          ...inputs,
          ...outputs,
          [arrives]: arriving,
        }),
      });
      for (const [result, name] of Object.entries(pair.gradients)) {
        const slopes = slopesOf(pair, inputs, name, arriving);
        expect(slopes.some((slope) => Math.abs(slope) > 0.01)).toBe(true);
        expect(found[result]).toHaveLength(slopes.length);
        slopes.forEach((slope, at) => {
          const off = Math.abs(found[result][at] - slope);
          expect(off, `${result}[${at}]`).toBeLessThan(1e-6 * (1 + Math.abs(slope)));
        });
      }
    },
  );
});
