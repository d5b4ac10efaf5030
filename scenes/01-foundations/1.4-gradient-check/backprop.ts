import matmul from '../../../shaders/dense/matmul';
import binary, { binaryIndex } from '../../../shaders/elementwise/binary';
import elementwise from '../../../shaders/elementwise/elementwise';
import elementwiseGradient from '../../../shaders/elementwise/elementwise_gradient';
import { activationIndex } from '../../../shaders/lib/activation';
import sum from '../../../shaders/reduction/sum';
import type { Compute, Tensor } from '../../../src/author';
import type { Network } from './network';
import { LAYER, LAYERS, WIDTH, type Place } from './settings';

const product = { transposeA: 0, transposeB: 0, biased: 0, activation: activationIndex.none };

/** The gradients of all parameters by backpropagation; of the bias `bug`, half is left out. */
export async function backpropagate(
  work: Compute,
  { samples, parameters, inputs, targets }: Network,
  bug: Place | undefined,
): Promise<Float32Array> {
  const count = samples * WIDTH;
  const none = work.zeros(WIDTH);
  const weights = Array.from({ length: LAYERS }, (_, layer) => {
    const own = parameters.subarray(layer * LAYER, (layer + 1) * LAYER);
    return { w: work.upload(own.slice(0, WIDTH * WIDTH)), b: work.upload(own.slice(-WIDTH)) };
  });

  const states = [work.upload(inputs)];
  const sums: Tensor[] = [];
  weights.forEach(({ w, b }, layer) => {
    sums.push(work.zeros(count));
    work.run(matmul, {
      dimensions: { batch: 1, rows: samples, inner: WIDTH, columns: WIDTH },
      knobs: { ...product, biased: 1 },
      buffers: { a: states[layer], b: w, bias: b, c: sums[layer] },
    });
    states.push(work.zeros(count));
    work.run(elementwise, {
      dimensions: { count },
      knobs: { operation: activationIndex.tanh },
      buffers: { inputs: sums[layer], outputs: states[layer + 1] },
    });
  });

  const off = work.zeros(count);
  work.run(binary, {
    dimensions: { outer: 1, length: count, inner: 1 },
    knobs: { operation: binaryIndex.subtract },
    buffers: { left: sums[LAYERS - 1], right: work.upload(targets), results: off },
  });
  let delta = work.zeros(count);
  work.run(binary, {
    dimensions: { outer: 1, length: 1, inner: count },
    knobs: { operation: binaryIndex.divide },
    buffers: { left: off, right: work.upload(Float32Array.of(samples)), results: delta },
  });

  const found: { readonly layer: number; readonly w: Tensor; readonly b: Tensor }[] = [];
  for (let layer = LAYERS - 1; layer >= 0; layer -= 1) {
    const gradients = { layer, w: work.zeros(WIDTH * WIDTH), b: work.zeros(WIDTH) };
    found.push(gradients);
    work.run(matmul, {
      dimensions: { batch: 1, rows: WIDTH, inner: samples, columns: WIDTH },
      knobs: { ...product, transposeA: 1 },
      buffers: { a: states[layer], b: delta, bias: none, c: gradients.w },
    });
    const behind = work.zeros(count);
    work.run(matmul, {
      dimensions: { batch: 1, rows: samples, inner: WIDTH, columns: WIDTH },
      knobs: { ...product, transposeB: 1 },
      buffers: { a: delta, b: weights[layer].w, bias: none, c: behind },
    });
    if (bug?.layer === layer) leaveOutHalf(work, delta, samples, bug.unit);
    work.run(sum, {
      dimensions: { rows: 1, length: count, parts: WIDTH },
      buffers: { values: delta, sums: gradients.b },
    });
    if (layer === 0) break;
    delta = work.zeros(count);
    work.run(elementwiseGradient, {
      dimensions: { count },
      knobs: { operation: activationIndex.tanh },
      buffers: { inputs: sums[layer - 1], upstream: behind, gradient: delta },
    });
  }

  const all = new Float32Array(parameters.length);
  const read = await work.readAll(found.flatMap(({ w, b }) => [w, b]));
  found.forEach(({ layer }, i) => {
    all.set(read[2 * i], layer * LAYER);
    all.set(read[2 * i + 1], layer * LAYER + WIDTH * WIDTH);
  });
  return all;
}

/** The planted bug: the sum over the samples stops half-way, for one unit. */
function leaveOutHalf(work: Compute, delta: Tensor, samples: number, unit: number): void {
  for (let sample = Math.floor(samples / 2); sample < samples; sample += 1) {
    work.write(delta, new Float32Array(1), sample * WIDTH + unit);
  }
}
