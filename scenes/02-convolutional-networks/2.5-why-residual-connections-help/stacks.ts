import matmul from '../../../shaders/dense/matmul';
import binary, { binaryIndex } from '../../../shaders/elementwise/binary';
import elementwise from '../../../shaders/elementwise/elementwise';
import elementwiseGradient from '../../../shaders/elementwise/elementwise_gradient';
import { activationIndex } from '../../../shaders/lib/activation';
import normals from '../../../shaders/random/normals';
import {
  compareWithTwin,
  worse,
  type Agreement,
  type Compute,
  type Tensor,
  type Vector,
} from '../../../src/author';
import type { ScaleGivens } from './settings';

export type Sizes = Pick<ScaleGivens, 'blocks' | 'width'>;

/** Derivatives F′ along the axis: every thirty-second from 0 to 1.5. */
export const SLOPES: Vector = Array.from({ length: 49 }, (_, i) => i / 32);
/** Vectors that are sent through the stack of each derivative. */
const VECTORS = 8;
const ROWS = SLOPES.length * VECTORS;
const SEED = 25;
/** Streams of random numbers that are no block's. */
const INPUT = 1000;
const UPSTREAM = 1001;

/** Multiply-adds of one stack, forward and back. */
export const multiplyAdds = ({ blocks, width }: Sizes): number => 2 * blocks * ROWS * width * width;

/** What the first block on the way back, the last of the stack, read and wrote. */
interface Block {
  readonly weights: Tensor;
  readonly input: Tensor;
  readonly arrived: Tensor;
  readonly product: Tensor;
  readonly scaled: Tensor;
  readonly through: Tensor;
}

export interface Stack {
  /** The root mean square of what is left of the gradient, for each derivative. */
  readonly left: Vector;
  readonly gains: Float32Array<ArrayBuffer>;
  readonly checked: Block;
}

/** Sends vectors forward through a stack of random blocks, and a gradient of length 1 back. */
export async function sendBack(
  compute: Compute,
  { blocks, width }: Sizes,
  skips: boolean,
  progress: (share: number) => void,
  signal: AbortSignal,
): Promise<Stack> {
  const count = ROWS * width;
  const layer = new Layer(compute, width);
  const weights = Array.from({ length: blocks }, (_, k) => layer.draw(width * width, k));
  const inputs = [layer.draw(count, INPUT)];
  for (let k = 0; k < blocks; k += 1) {
    const made = layer.product(layer.scaled(layer.relu(inputs[k])), weights[k], 0);
    inputs.push(skips ? layer.added(made, inputs[k]) : made);
  }
  const upstream = layer.draw(count, UPSTREAM);
  const begun = squares(await compute.read(upstream));
  let gradient = upstream;
  let checked: Block | undefined;
  for (let k = blocks - 1; k >= 0; k -= 1) {
    const arrived = gradient;
    const product = layer.product(arrived, weights[k], 1);
    const scaled = layer.scaled(product);
    const through = layer.passed(inputs[k], scaled);
    // Further back the numbers are so large or small that a bound for numbers near 1 says nothing.
    checked ??= { weights: weights[k], input: inputs[k], arrived, product, scaled, through };
    gradient = skips ? layer.added(through, arrived) : through;
  }
  await compute.finished({ progress, signal });
  const ended = squares(await compute.read(gradient));
  return {
    left: ended.map((sum, i) => Math.sqrt(sum / begun[i])),
    gains: layer.gains,
    checked: checked!,
  };
}

/** The sum of squares of all vectors of a derivative, in float64. */
function squares(numbers: ArrayLike<number>): number[] {
  const each = numbers.length / SLOPES.length;
  return SLOPES.map((_, i) => {
    let sum = 0;
    for (let k = i * each; k < (i + 1) * each; k += 1) sum += numbers[k] ** 2;
    return sum;
  });
}

/** The operations of a block on the vectors of all derivatives at once. */
class Layer {
  /** relu lets half of the squares through; the derivative is what is left to scale by. */
  readonly gains: Float32Array<ArrayBuffer>;
  private readonly gain: Tensor;
  private readonly count: number;
  private readonly bias: Tensor;

  constructor(
    private readonly compute: Compute,
    private readonly width: number,
  ) {
    this.count = ROWS * width;
    this.gains = Float32Array.from(SLOPES, (slope) => slope * Math.sqrt(2 / width));
    this.gain = compute.upload(this.gains);
    this.bias = compute.zeros(width);
  }

  draw(count: number, stream: number): Tensor {
    const made = this.compute.zeros(count);
    this.compute.run(normals, {
      dimensions: { count },
      knobs: { seed: SEED, stream },
      buffers: { normals: made },
    });
    return made;
  }

  product(a: Tensor, b: Tensor, transposeB: 0 | 1): Tensor {
    const c = this.compute.zeros(this.count);
    this.compute.run(matmul, {
      ...productOf(this.width, transposeB),
      buffers: { a, b, bias: this.bias, c },
    });
    return c;
  }

  scaled(left: Tensor): Tensor {
    const results = this.compute.zeros(this.count);
    this.compute.run(binary, {
      ...scalingOf(this.width),
      buffers: { left, right: this.gain, results },
    });
    return results;
  }

  added(left: Tensor, right: Tensor): Tensor {
    const results = this.compute.zeros(this.count);
    this.compute.run(binary, {
      dimensions: { outer: 1, length: this.count, inner: 1 },
      knobs: { operation: binaryIndex.add },
      buffers: { left, right, results },
    });
    return results;
  }

  relu(inputs: Tensor): Tensor {
    const outputs = this.compute.zeros(this.count);
    this.compute.run(elementwise, {
      dimensions: { count: this.count },
      knobs: { operation: activationIndex.relu },
      buffers: { inputs, outputs },
    });
    return outputs;
  }

  passed(inputs: Tensor, upstream: Tensor): Tensor {
    const gradient = this.compute.zeros(this.count);
    this.compute.run(elementwiseGradient, {
      dimensions: { count: this.count },
      knobs: { operation: activationIndex.relu },
      buffers: { inputs, upstream, gradient },
    });
    return gradient;
  }
}

const productOf = (width: number, transposeB: 0 | 1) => ({
  dimensions: { batch: 1, rows: ROWS, inner: width, columns: width },
  knobs: { transposeA: 0, transposeB, biased: 0, activation: activationIndex.none },
});

const scalingOf = (width: number) => ({
  dimensions: { outer: 1, length: SLOPES.length, inner: VECTORS * width },
  knobs: { operation: binaryIndex.multiply },
});

/** The first block on the way back, kernel by kernel, against the twins. */
export async function checkBlock(
  compute: Compute,
  { width }: Sizes,
  { gains, checked }: Stack,
): Promise<Agreement> {
  const read = (tensor: Tensor) => compute.read(tensor);
  const empty = () => new Float32Array(ROWS * width);
  const [product, scaled, through] = [
    await read(checked.product),
    await read(checked.scaled),
    await read(checked.through),
  ];
  const multiplied = await compute.twin(matmul, {
    ...productOf(width, 1),
    buffers: {
      a: await read(checked.arrived),
      b: await read(checked.weights),
      bias: new Float32Array(width),
      c: empty(),
    },
  });
  const gained = await compute.twin(binary, {
    ...scalingOf(width),
    buffers: { left: product, right: gains, results: empty() },
  });
  const passed = await compute.twin(elementwiseGradient, {
    dimensions: { count: ROWS * width },
    knobs: { operation: activationIndex.relu },
    buffers: { inputs: await read(checked.input), upstream: scaled, gradient: empty() },
  });
  return worse(
    compareWithTwin(product, multiplied.c, matmul.bound, 'numbers of one block on the way back'),
    worse(
      compareWithTwin(scaled, gained.results, binary.bound, 'scaled numbers'),
      compareWithTwin(through, passed.gradient, elementwiseGradient.bound, 'gradients'),
    ),
  );
}
