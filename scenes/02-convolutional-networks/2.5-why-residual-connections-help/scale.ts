import { scaleFor, wholeGiven, type Compute } from '../../../src/author';
import type { Givens } from './model';

const widths: Readonly<Record<Compute['adapter'], number>> = {
  hardware: 128,
  software: 64,
  cpu: 64,
};

export const scale = scaleFor<Givens>()({
  params: {
    blocks: wholeGiven({ label: 'blocks', default: 100, min: 1, max: 100 }),
    width: wholeGiven({ label: 'width', default: 128, min: 16, max: 256, step: 16 }),
  },
  question:
    "How large may $F'$ be for a gradient to come through all blocks, with and without skips?",
  intro:
    "Real stacks of random blocks, $F(x) = W\\,\\mathrm{relu}(x)$ with entries of $W$ drawn at random, so that a block multiplies the length of a gradient by $F'$ on average. A gradient is sent back through each stack and measured.",
  kernels: ['matmul', 'elementwise', 'elementwise_gradient', 'binary', 'normals'],
  defaults: (adapter) => ({ width: widths[adapter] }),
  open: async (stage) => new (await import('./stacks-at-scale')).StacksAtScale(stage),
});
