import conv2dGradientInput from '../../../shaders/convolution/conv2d_gradient_input';
import matmul from '../../../shaders/dense/matmul';
import elementwise from '../../../shaders/elementwise/elementwise';
import { mapIndex } from '../../../shaders/elementwise/lib/maps';
import {
  compareWithTwin,
  Random,
  worse,
  type Agreement,
  type Compute,
  type Tensor,
  type Watch,
} from '../../../src/author';
import { DEEPEST, KERNEL, sideOf } from './settings';

const TAPS = KERNEL * KERNEL;

/** The buffers of one layer on the way back. */
interface Layer {
  readonly upstream: Tensor;
  readonly weights: Tensor;
  readonly gradient: Tensor;
}

/** Multiply-adds of all layers. */
export const multiplyAdds = (stacks: number): number =>
  Array.from({ length: DEEPEST }, (_, l) => stacks * TAPS * sideOf(l) ** 2).reduce((a, b) => a + b);

/** One layer of so many stacks, each a group of one channel: `depth` counts from 1 at the top. */
const callOf = (stacks: number, depth: number) => ({
  dimensions: {
    ...{ batch: 1, inputs: stacks, outputs: stacks, groups: stacks },
    ...{ height: sideOf(depth), width: sideOf(depth) },
    ...{ outHeight: sideOf(depth - 1), outWidth: sideOf(depth - 1) },
    ...{ kernelHeight: KERNEL, kernelWidth: KERNEL },
  },
  knobs: { stride: 1, padding: 0, dilation: 1 },
});

/** Weights of one size and random sign, from a stream of their own: few stacks outweigh the rest. */
function weightsOf(work: Compute, stacks: number, depth: number): Tensor {
  const random = new Random(24, depth);
  const sign = (): number => (random.bits() % 2 === 0 ? -1 : 1);
  return work.upload(Float32Array.from({ length: stacks * TAPS }, () => sign() / KERNEL));
}

/** Queues the mean over all stacks of the squared gradient of each pixel. */
function meanSquares(work: Compute, gradient: Tensor, stacks: number, ones: Tensor): Tensor {
  const pixels = gradient.length / stacks;
  const [squares, mean, bias] = [
    work.zeros(gradient.length),
    work.zeros(pixels),
    work.zeros(pixels),
  ];
  work.run(elementwise, {
    dimensions: { count: gradient.length },
    knobs: { operation: mapIndex.square },
    buffers: { inputs: gradient, outputs: squares },
  });
  work.run(matmul, {
    dimensions: { batch: 1, rows: 1, inner: stacks, columns: pixels },
    knobs: { transposeA: 0, transposeB: 0, biased: 0, activation: 0 },
    buffers: { a: ones, b: squares, bias, c: mean },
  });
  squares.release();
  bias.release();
  return mean;
}

/** Layers after which buffers that are used up are really free. */
const AT_ONCE = 5;

/** Carries the gradient of one output of every stack back through all layers. */
export async function carryBack(work: Compute, stacks: number, { progress, signal }: Watch) {
  const ones = work.upload(new Float32Array(stacks).fill(1 / stacks));
  let upstream = work.upload(new Float32Array(stacks).fill(1));
  const means: Tensor[] = [];
  const kept: Layer[] = [];
  for (let depth = 1; depth <= DEEPEST; depth += 1) {
    const gradient = work.zeros(stacks * sideOf(depth) ** 2);
    const layer = { upstream, weights: weightsOf(work, stacks, depth), gradient };
    work.run(conv2dGradientInput, { ...callOf(stacks, depth), buffers: { ...layer } });
    means.push(meanSquares(work, gradient, stacks, ones));
    if (kept.length < CHECKED.layers) kept.push(layer);
    else for (const used of [upstream, layer.weights]) if (!isKept(kept, used)) used.release();
    upstream = gradient;
    if (depth % AT_ONCE === 0) {
      await work.finished({ signal });
      progress?.(depth / DEEPEST);
    }
  }
  return { means, kept };
}

const isKept = (kept: readonly Layer[], tensor: Tensor): boolean =>
  kept.some((layer) => Object.values(layer).includes(tensor));

/** What is compared with the twin: some stacks of the highest layers. */
const CHECKED = { layers: 3, stacks: 4 };

export async function checkLayers(work: Compute, kept: readonly Layer[]): Promise<Agreement> {
  const checks = await Promise.all(
    kept.map(async ({ upstream, weights, gradient }, l) => {
      const depth = l + 1;
      const [above, below] = [sideOf(depth - 1) ** 2, sideOf(depth) ** 2];
      const { stacks } = CHECKED;
      const [ofUpstream, ofWeights, running] = await work.readAll([
        [upstream, 0, stacks * above],
        [weights, 0, stacks * TAPS],
        [gradient, 0, stacks * below],
      ]);
      const twin = await work.twin(conv2dGradientInput, {
        ...callOf(stacks, depth),
        buffers: {
          upstream: ofUpstream,
          weights: ofWeights,
          gradient: new Float32Array(stacks * below),
        },
      });
      const what = `gradients in the ${CHECKED.layers} highest layers`;
      return compareWithTwin(running, twin.gradient, conv2dGradientInput.bound, what);
    }),
  );
  return checks.reduce((a, b) => worse(a, b));
}
