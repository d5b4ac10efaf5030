import { kernel, spread, type CpuCall, type WasmForm } from '../../src/compute/kernel';
import { advance, corrected, optimizerIndex, optimizerKnobs, settingsOf } from './lib/optimizer';
import rules from './lib/optimizer.wgsl?raw';
import { specialised } from '../lib/specialised';
import modules from './optimizer.wasm.ts?simd';
import wgsl from './optimizer.wgsl?raw';

const usual = { lr: 0.1, momentum: 0.9, beta1: 0.9, beta2: 0.999, epsilon: 1e-8 };
const atStart = { correction1: 0, correction2: 0 };

/** The networks one after the other. */
function inLoops(call: CpuCall): void {
  for (let network = 0; network < call.dimensions.networks; network += 1) descend(call, network);
}

/** A loop for each family of rules, without an object for each parameter. */
function descend(
  { dimensions: { networks, each }, knobs, buffers }: CpuCall,
  network: number,
): void {
  const { gradients, rates, parameters, state } = buffers;
  const { optimizer, momentum, beta1, beta2, epsilon } = settingsOf(knobs);
  const lr = knobs.lr * rates[network];
  const [from, to] = [network * each, (network + 1) * each];
  if (optimizer === optimizerIndex.sgd) {
    for (let i = from; i < to; i += 1) parameters[i] -= lr * gradients[i];
    return;
  }
  if (optimizer === optimizerIndex.momentum || optimizer === optimizerIndex.nesterov) {
    const ahead = optimizer === optimizerIndex.nesterov;
    for (let i = from; i < to; i += 1) {
      const velocity = momentum * state[i] + gradients[i];
      parameters[i] -= lr * (ahead ? gradients[i] + momentum * velocity : velocity);
      state[i] = velocity;
    }
    return;
  }
  const adam = optimizer === optimizerIndex.adam;
  const correction = corrected(
    { first: knobs.correction1, second: knobs.correction2 },
    settingsOf(knobs),
  );
  const rate = adam ? lr / correction.first : lr;
  const whole = adam ? correction.second : 1;
  const count = networks * each;
  for (let i = from; i < to; i += 1) {
    const gradient = gradients[i];
    const square = beta2 * state[count + i] + (1 - beta2) * gradient * gradient;
    const mean = adam ? beta1 * state[i] + (1 - beta1) * gradient : gradient;
    parameters[i] -= (rate * mean) / (Math.sqrt(square / whole) + epsilon);
    if (adam) state[i] = mean;
    state[count + i] = square;
  }
}

const wasm: WasmForm = {
  modules,
  run(heap, { dimensions: { networks, each }, knobs, buffers }) {
    const { optimizer, lr, momentum, beta1, beta2, epsilon } = settingsOf(knobs);
    const { descend, roll, adapt } = heap.functions;
    const [gradients, rates] = [heap.input(buffers.gradients), heap.input(buffers.rates)];
    const parameters = heap.update(buffers.parameters);
    if (optimizer === optimizerIndex.sgd) {
      descend(gradients, parameters, rates, networks, each, lr);
      return;
    }
    const state = heap.update(buffers.state);
    if (optimizer === optimizerIndex.momentum || optimizer === optimizerIndex.nesterov) {
      const ahead = optimizer === optimizerIndex.nesterov ? 1 : 0;
      roll(gradients, parameters, state, rates, networks, each, lr, momentum, ahead);
      return;
    }
    const squares = state + networks * each * Float32Array.BYTES_PER_ELEMENT;
    const sizes = [rates, networks, each] as const;
    if (optimizer === optimizerIndex.adam) {
      const before = { first: knobs.correction1, second: knobs.correction2 };
      const { first, second } = corrected(before, settingsOf(knobs));
      const decays = [beta1, beta2, first, second, epsilon] as const;
      adapt(gradients, parameters, state, squares, ...sizes, lr, ...decays, 1);
    } else adapt(gradients, parameters, state, squares, ...sizes, lr, 0, beta2, 1, 1, epsilon, 0);
  },
};

/**
 * One step of an optimiser (`optimizerIndex`: SGD, momentum, Nesterov, RMSProp, Adam, as torch.optim
 * has them) for every parameter of some networks, in one pass. Each network has a learning rate of its
 * own, `lr` times its factor among `rates`. `state` holds two numbers a parameter, first all velocities
 * or means of gradients, then all means of their squares; it begins as zeros.
 * `correction1` and `correction2` are Adam's 1 − βᵗ before this step: 0 at the first (Kingma and Ba,
 * 2015, section 3).
 */
export default kernel({
  name: 'optimizer',
  dimensions: ['networks', 'each'],
  knobs: {
    ...optimizerKnobs,
    correction1: { type: 'f32', min: 0, max: 1 },
    correction2: { type: 'f32', min: 0, max: 1 },
  },
  reads: {
    gradients: { shape: ['networks', 'each'] },
    rates: { shape: ['networks'], fill: (random) => random.uniform() },
  },
  updates: {
    parameters: { shape: ['networks', 'each'] },
    // A mean of squares is not negative.
    state: { shape: [2, 'networks', 'each'], fill: (random) => random.uniform() },
  },
  variants: specialised('optimizer', optimizerIndex, {
    fused: { wgsl: rules + wgsl, workgroups: ({ networks, each }) => spread(networks * each, 512) },
  }),
  cpu({ dimensions: { networks, each }, knobs, buffers: { gradients, rates, parameters, state } }) {
    const settings = settingsOf(knobs);
    const count = networks * each;
    const before = { first: knobs.correction1, second: knobs.correction2 };
    const correction = corrected(before, settings);
    for (let i = 0; i < count; i += 1) {
      const [parameter, first, second] = advance(
        [parameters[i], state[i], state[count + i]],
        gradients[i],
        { ...settings, lr: settings.lr * rates[Math.floor(i / each)] },
        correction,
      );
      parameters[i] = parameter;
      state[i] = first;
      state[count + i] = second;
    }
  },
  fast: inLoops,
  wasm,
  division: ({ networks }) =>
    networks > 1
      ? { along: 'networks', buffers: ['gradients', 'rates', 'parameters', 'state'] }
      : { along: 'each', buffers: ['gradients', 'parameters', 'state'] },
  bound: {
    absolute: 2e-5,
    relative: 1e-5,
    why: 'a step is a few products, a quotient and a root, each good to some units of 2⁻²⁴ of it; it is at most ten times as long as its mean gradient is large',
  },
  edges: [
    {
      title: 'plain descent takes off lr times the gradient and keeps no state',
      dimensions: { networks: 1, each: 2 },
      knobs: { ...usual, ...atStart, optimizer: optimizerIndex.sgd },
      buffers: { gradients: [1, -2], rates: [1], parameters: [5, 5], state: [0, 0, 0, 0] },
      expected: { parameters: [4.9, 5.2], state: [0, 0, 0, 0] },
    },
    {
      title: 'momentum adds the gradient to what is left of the velocity',
      dimensions: { networks: 1, each: 1 },
      knobs: { ...usual, ...atStart, optimizer: optimizerIndex.momentum },
      buffers: { gradients: [1], rates: [1], parameters: [0], state: [2, 0] },
      expected: { parameters: [-0.28], state: [2.8, 0] },
    },
    {
      title: 'Nesterov looks one velocity ahead',
      dimensions: { networks: 1, each: 1 },
      knobs: { ...usual, ...atStart, optimizer: optimizerIndex.nesterov },
      buffers: { gradients: [1], rates: [1], parameters: [0], state: [2, 0] },
      expected: { parameters: [-0.352], state: [2.8, 0] },
    },
    {
      title: 'Adam’s first step is as long as lr, however large the gradient',
      dimensions: { networks: 1, each: 3 },
      knobs: { ...usual, ...atStart, optimizer: optimizerIndex.adam },
      buffers: {
        gradients: [1e-3, -1, 1e6],
        rates: [1],
        parameters: [0, 0, 0],
        state: [0, 0, 0, 0, 0, 0],
      },
      expected: { parameters: [-0.1, 0.1, -0.1] },
    },
    {
      title: 'each network takes steps as long as its own learning rate',
      dimensions: { networks: 3, each: 3 },
      knobs: { ...usual, ...atStart, optimizer: optimizerIndex.adam },
      buffers: {
        gradients: [1, 1, -1, 1, 1, -1, 1, 1, -1],
        rates: [1, 100, 0],
        parameters: [0, 0, 0, 0, 0, 0, 5, 5, 5],
        state: Array.from({ length: 18 }, () => 0),
      },
      expected: { parameters: [-0.1, -0.1, 0.1, -10, -10, 10, 5, 5, 5] },
    },
    {
      title: 'a gradient of 0 leaves a fresh parameter where it is, under every rule with a root',
      dimensions: { networks: 1, each: 1 },
      knobs: { ...usual, ...atStart, optimizer: optimizerIndex.rmsprop },
      buffers: { gradients: [0], rates: [1], parameters: [3], state: [0, 0] },
      expected: { parameters: [3], state: [0, 0] },
    },
  ],
});
