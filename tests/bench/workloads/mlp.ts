import binary, { binaryIndex } from '../../../shaders/elementwise/binary';
import elementwise from '../../../shaders/elementwise/elementwise';
import elementwiseGradient from '../../../shaders/elementwise/elementwise_gradient';
import { activationIndex } from '../../../shaders/lib/activation';
import { optimizerIndex } from '../../../shaders/optimiser/lib/optimizer';
import matmul from '../../../shaders/dense/matmul';
import optimizer from '../../../shaders/optimiser/optimizer';
import sum from '../../../shaders/reduction/sum';
import type { Compute, Tensor } from '../../../src/compute/compute';
import { normals, once } from '../inputs';
import { onTfjs, tf, type TfjsProgram } from '../peers/tfjs';
import { runTwin } from '../../twin-compute';
import type { Program, Workload } from '../workload';

const STEPS = 20;
const LR = 0.05;
const tanh = activationIndex.tanh;

/** Widths of the layers, and how many examples a step sees. */
interface Shape {
  readonly widths: readonly number[];
  readonly batch: number;
}

interface Data {
  readonly inputs: Float32Array;
  readonly targets: Float32Array;
  /** Weights of each layer, inputs × outputs; biases begin at 0. */
  readonly weights: readonly Float32Array[];
}

const layersOf = ({ widths }: Shape): { readonly from: number; readonly to: number }[] =>
  widths.slice(1).map((to, i) => ({ from: widths[i], to }));

function dataFor(shape: Shape): Data {
  const inputs = normals(12, shape.batch * shape.widths[0]);
  const targets = Float32Array.from({ length: shape.batch }, (_, i) =>
    Math.sin(2 * inputs[2 * i] * inputs[2 * i + 1]),
  );
  const weights = layersOf(shape).map(({ from, to }, i) =>
    normals(13 + i, from * to, 1 / Math.sqrt(from)),
  );
  return { inputs, targets, weights };
}

/** A layer's parameters and everything computed at it, on the device. */
interface Layer {
  readonly from: number;
  readonly to: number;
  readonly parameters: { readonly weights: Tensor; readonly bias: Tensor };
  readonly gradients: { readonly weights: Tensor; readonly bias: Tensor };
  readonly input: Tensor;
  /** Before and after the activation; the same tensor at the last layer. */
  readonly sums: Tensor;
  readonly outputs: Tensor;
  /** The gradient at `outputs` and, before the activation, at `sums`. */
  readonly atOutputs: Tensor;
  readonly atSums: Tensor;
}

const plain = { transposeA: 0, transposeB: 0, biased: 0, activation: 0 };

/** A network with tanh between its layers, trained on squared errors by plain descent. */
class Network {
  private readonly layers: Layer[] = [];
  private readonly targets: Tensor;
  private readonly rates: Tensor;
  /** One number: kernels that can add a bias want one, and the optimiser its two memories. */
  private readonly spare: Record<string, Tensor> = {};

  constructor(
    private readonly compute: Compute,
    private readonly shape: Shape,
    data: Data,
  ) {
    const { batch } = shape;
    this.targets = compute.upload(data.targets);
    this.rates = compute.upload(Float32Array.of(1));
    let input = compute.upload(data.inputs);
    layersOf(shape).forEach(({ from, to }, i) => {
      const last = i === shape.widths.length - 2;
      const sums = compute.zeros(batch * to);
      const outputs = last ? sums : compute.zeros(batch * to);
      const atSums = compute.zeros(batch * to);
      this.layers.push({
        from,
        to,
        parameters: { weights: compute.upload(data.weights[i]), bias: compute.zeros(to) },
        gradients: { weights: compute.zeros(from * to), bias: compute.zeros(to) },
        input,
        sums,
        outputs,
        atOutputs: last ? atSums : compute.zeros(batch * to),
        atSums,
      });
      input = outputs;
    });
  }

  get weights(): Tensor {
    return this.layers[1].parameters.weights;
  }

  step(): void {
    for (const layer of this.layers) this.forward(layer);
    const last = this.layers[this.layers.length - 1];
    this.compute.run(binary, {
      dimensions: { outer: 1, length: last.outputs.length, inner: 1 },
      knobs: { operation: binaryIndex.subtract },
      buffers: { left: last.outputs, right: this.targets, results: last.atSums },
    });
    [...this.layers].reverse().forEach((layer, i, all) => this.backward(layer, all[i + 1]));
    for (const { parameters, gradients } of this.layers) {
      this.descend(parameters.weights, gradients.weights);
      this.descend(parameters.bias, gradients.bias);
    }
  }

  private forward({ from, to, parameters, input, sums, outputs }: Layer): void {
    const { compute, shape } = this;
    compute.run(matmul, {
      dimensions: { batch: 1, rows: shape.batch, inner: from, columns: to },
      knobs: { ...plain, biased: 1 },
      buffers: { a: input, b: parameters.weights, bias: parameters.bias, c: sums },
    });
    if (outputs === sums) return;
    compute.run(elementwise, {
      dimensions: { count: sums.length },
      knobs: { operation: tanh },
      buffers: { inputs: sums, outputs },
    });
  }

  /** From the gradient at this layer's sums to those of its parameters, and at the one before. */
  private backward(layer: Layer, before: Layer | undefined): void {
    const { compute, shape } = this;
    const { from, to, parameters, gradients, input, atSums } = layer;
    compute.run(matmul, {
      dimensions: { batch: 1, rows: from, inner: shape.batch, columns: to },
      knobs: { ...plain, transposeA: 1 },
      buffers: { a: input, b: atSums, bias: this.zeros(to), c: gradients.weights },
    });
    compute.run(sum, {
      dimensions: { rows: 1, length: shape.batch * to, parts: to },
      buffers: { values: atSums, sums: gradients.bias },
    });
    if (!before) return;
    compute.run(matmul, {
      dimensions: { batch: 1, rows: shape.batch, inner: to, columns: from },
      knobs: { ...plain, transposeB: 1 },
      buffers: { a: atSums, b: parameters.weights, bias: this.zeros(from), c: before.atOutputs },
    });
    compute.run(elementwiseGradient, {
      dimensions: { count: before.sums.length },
      knobs: { operation: tanh },
      buffers: { inputs: before.sums, upstream: before.atOutputs, gradient: before.atSums },
    });
  }

  /** The loss is a mean of squares: its factor 2 / batch is part of the rate. */
  private descend(parameters: Tensor, gradients: Tensor): void {
    this.compute.run(optimizer, {
      dimensions: { networks: 1, each: parameters.length },
      knobs: {
        ...{ optimizer: optimizerIndex.sgd, lr: (2 * LR) / this.shape.batch, momentum: 0 },
        ...{ beta1: 0, beta2: 0, epsilon: 1e-8, correction1: 0, correction2: 0 },
      },
      buffers: {
        gradients,
        rates: this.rates,
        parameters,
        state: this.zeros(2 * parameters.length),
      },
    });
  }

  /** Zeros that stay zeros, by length. */
  private zeros(length: number): Tensor {
    return (this.spare[length] ??= this.compute.zeros(length));
  }
}

function program(compute: Compute, shape: Shape, data: Data): Program {
  const network = new Network(compute, shape, data);
  return {
    output: network.weights,
    run() {
      for (let step = 0; step < STEPS; step += 1) network.step();
    },
  };
}

/** Its own gradients and its own optimiser. */
function peer(): TfjsProgram {
  const { batch } = shape;
  const { inputs, targets, weights } = data();
  const x = tf.tensor(inputs, [batch, shape.widths[0]]);
  const wanted = tf.tensor(targets, [batch, 1]);
  const layers = layersOf(shape).map(({ from, to }, i) => ({
    weights: tf.variable(tf.tensor(weights[i], [from, to])),
    bias: tf.variable(tf.zeros([to])),
  }));
  const sgd = tf.train.sgd(LR);
  const loss = () => {
    const output = layers.reduce<tf.Tensor>((input, layer, i) => {
      const sums = tf.add(tf.matMul(input, layer.weights), layer.bias);
      return i < layers.length - 1 ? tf.tanh(sums) : sums;
    }, x);
    return tf.mean(tf.square(tf.sub(output, wanted)));
  };
  return {
    run() {
      for (let step = 0; step < STEPS; step += 1) sgd.minimize(loss);
      return layers[1].weights;
    },
    release() {
      for (const layer of layers) for (const variable of Object.values(layer)) variable.dispose();
      x.dispose();
      wanted.dispose();
      sgd.dispose();
    },
  };
}

const shape: Shape = { widths: [2, 64, 64, 1], batch: 256 };
const data = once(() => dataFor(shape));

/** Multiply-adds forward; backward twice as many, but for the gradient at the inputs. */
function work(shape: Shape): number {
  const products = layersOf(shape).map(({ from, to }) => 2 * shape.batch * from * to);
  return STEPS * (3 * products.reduce((a, b) => a + b) - products[0]);
}

const workload: Workload = {
  name: 'mlp',
  title: `MLP ${shape.widths.join('-')}, batch ${shape.batch}, ${STEPS} SGD steps`,
  work: { amount: work(shape), unit: 'flop' },
  bound: {
    absolute: 1e-5,
    relative: 1e-4,
    why: 'weights below 1 that twenty steps of 10⁻³ changed; gradients are sums of 256 products',
  },
  program: (compute) => program(compute, shape, data()),
  async expected() {
    return { values: runTwin((compute) => program(compute, shape, data())) };
  },
  peers: onTfjs(peer),
  sizes: [64, 256, 1024, 4096].map((batch) => {
    const sized = { ...shape, batch };
    return {
      label: `batch ${batch}`,
      work: work(sized),
      program: (compute) => program(compute, sized, dataFor(sized)),
    };
  }),
};

export default [workload];
