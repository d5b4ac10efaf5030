import { variantsFor } from '../../src/compute/choose';
import type { Compute } from '../../src/compute/compute';
import { execute } from '../../src/compute/executor';
import { cpuForms } from '../../src/compute/forms';
import type { Dimensions, Kernel, Knobs } from '../../src/compute/kernel';
import { buffersOf, lengthOf } from '../../src/compute/shape';
import { Random } from '../../src/math/random';
import { drawsFor, type Draw } from '../kernels/draw';
import { trialFor, type Trial } from '../kernels/trial';
import { onThread } from './raw';
import { batchFor, time, type Timed } from './timing';

const ROUNDS = 5;

/** Our choice against everything of ours that can run the same call. */
export interface Choice {
  readonly kernel: string;
  readonly device: 'gpu' | 'cpu';
  readonly call: string;
  readonly chosen: string;
  readonly best: string;
  /** Time of what runs when none is named over that of the best by name. */
  readonly ratio: number;
  /** Milliseconds by name. */
  readonly times: Readonly<Record<string, number>>;
}

const product = { transposeA: 0, transposeB: 0, biased: 0, activation: 0 };
const sliding = { stride: 1, padding: 1, dilation: 1 };

/** A small layer of an image network. */
const layer = {
  ...{ batch: 4, inputs: 8, outputs: 16, groups: 1, height: 28, width: 28 },
  ...{ outHeight: 28, outWidth: 28, kernelHeight: 3, kernelWidth: 3 },
};

/** A small recurrent layer. */
const unrolled = { steps: 40, batch: 8, hidden: 96 };

/** Sizes that the list of workloads has not, for the kernels with most to choose from. */
const calls: Readonly<Record<string, readonly { dimensions: Dimensions; knobs?: Knobs }[]>> = {
  matmul: [
    { dimensions: { batch: 1, rows: 300, inner: 200, columns: 260 }, knobs: product },
    { dimensions: { batch: 16, rows: 48, inner: 48, columns: 48 }, knobs: product },
    { dimensions: { batch: 1, rows: 1000, inner: 36, columns: 500 }, knobs: product },
    { dimensions: { batch: 1, rows: 8, inner: 1024, columns: 1024 }, knobs: product },
  ],
  conv2d: [
    { dimensions: layer, knobs: { ...sliding, biased: 1 } },
    {
      dimensions: {
        ...{ batch: 1, inputs: 3, outputs: 8, groups: 1, height: 150, width: 150 },
        ...{ outHeight: 150, outWidth: 150, kernelHeight: 3, kernelWidth: 3 },
      },
      knobs: { ...sliding, biased: 1 },
    },
  ],
  conv2d_gradient_input: [{ dimensions: layer, knobs: sliding }],
  conv2d_gradient_kernel: [{ dimensions: { ...layer, parts: 4 }, knobs: sliding }],
  rnn: [{ dimensions: unrolled }],
  rnn_gradient: [{ dimensions: unrolled }],
  lstm: [{ dimensions: unrolled }],
  lstm_gradient: [{ dimensions: unrolled }],
  softmax: [
    { dimensions: { rows: 300, columns: 100 } },
    { dimensions: { rows: 64, columns: 1000 } },
    { dimensions: { rows: 2048, columns: 64 } },
  ],
  attention: [
    { dimensions: { heads: 1, tokens: 200, width: 32, rows: 200 }, knobs: { first: 0, causal: 0 } },
    {
      dimensions: { heads: 1, tokens: 700, width: 128, rows: 300 },
      knobs: { first: 400, causal: 1 },
    },
  ],
  sum: [
    { dimensions: { rows: 1000, length: 1000, parts: 1 } },
    { dimensions: { rows: 1, length: 1_000_000, parts: 8000 } },
    { dimensions: { rows: 1, length: 131_072, parts: 256 } },
  ],
  elementwise: [
    { dimensions: { count: 100_000 }, knobs: { operation: 2 } },
    { dimensions: { count: 1_000_000 }, knobs: { operation: 4 } },
  ],
  binary: [
    { dimensions: { outer: 1, length: 1_000_000, inner: 1 }, knobs: { operation: 0 } },
    { dimensions: { outer: 1000, length: 500, inner: 1 }, knobs: { operation: 0 } },
    { dimensions: { outer: 1, length: 500, inner: 1000 }, knobs: { operation: 2 } },
  ],
};

const held = (kernel: Kernel, { dimensions }: Draw): number =>
  buffersOf(kernel).reduce((sum, use) => sum + lengthOf(use, dimensions), 0);

/** The calls of the list; else the one with most numbers of those that the suite draws. */
function callsOf(kernel: Kernel, random: Random): Draw[] {
  const listed = calls[kernel.name];
  if (listed) return listed.map(({ dimensions, knobs = {} }) => ({ dimensions, knobs }));
  const draws = drawsFor(kernel, random).sort((a, b) => held(kernel, b) - held(kernel, a));
  return draws.slice(0, 1);
}

const CHOICE = 'choice';

/** The fastest round of each by name, interleaved; `choice` is the form that runs when none is named. */
async function race(entrants: readonly (readonly [string, Timed])[]) {
  const runners = [];
  for (const [name, timed] of entrants) {
    await time(timed);
    const times: number[] = [];
    runners.push({ name, timed, batch: await batchFor(timed), times });
  }
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const { timed, batch, times } of round % 2 === 0 ? runners : [...runners].reverse()) {
      times.push(await time(timed, batch));
    }
  }
  return Object.fromEntries(runners.map(({ name, times }) => [name, Math.min(...times)]));
}

function verdict(
  kernel: Kernel,
  device: 'gpu' | 'cpu',
  { dimensions, knobs }: Draw,
  chosen: string,
  { [CHOICE]: choice, ...times }: Record<string, number>,
): Choice {
  const [best] = Object.keys(times).sort((a, b) => times[a] - times[b]);
  const call = Object.entries({ ...dimensions, ...knobs })
    .map(([name, value]) => `${name} ${Number(value.toPrecision(3))}`)
    .join(', ');
  return { kernel: kernel.name, device, call, chosen, best, ratio: choice / times[best], times };
}

async function onGpu(kernel: Kernel, draw: Draw, trial: Trial, compute: Compute) {
  const abilities = { adapter: compute.adapter, features: compute.gpu!.features };
  const names = variantsFor(kernel, abilities, draw);
  if (names.length < 2) return undefined;
  const scope = compute.scope();
  const buffers = Object.fromEntries(
    Object.entries(trial.buffers).map(([name, data]) => [name, scope.upload(data)]),
  );
  const timed = (variant?: string): Timed => ({
    run: () => scope.run(kernel, { ...trial, buffers, variant }),
    finish: () => scope.finished(),
  });
  const times = await race([
    [CHOICE, timed()],
    ...names.map((name) => [name, timed(name)] as const),
  ]);
  scope.release();
  // A graphics card chooses by trying.
  const chosen = compute.adapter === 'hardware' ? 'by trial' : names[0];
  return verdict(kernel, 'gpu', draw, chosen, times);
}

async function onCpu(kernel: Kernel, draw: Draw, trial: Trial) {
  // The definition is not a choice where there is a faster form.
  const forms = cpuForms(kernel).filter(({ name }) => name !== 'cpu');
  if (forms.length < 2) return undefined;
  const timed = (form?: (typeof forms)[number]): Timed => {
    let last = Promise.resolve();
    return {
      ...onThread(() => (last = execute(kernel, trial, form))),
      finish: () => last,
    };
  };
  const times = await race([
    [CHOICE, timed()],
    ...forms.map((form) => [form.name, timed(form)] as const),
  ]);
  return verdict(kernel, 'cpu', draw, forms[0].name, times);
}

/** Every kernel with something to choose from. */
export async function choices(kernels: readonly Kernel[], compute: Compute): Promise<Choice[]> {
  const random = new Random(2);
  const found: (Choice | undefined)[] = [];
  for (const kernel of kernels) {
    for (const draw of callsOf(kernel, random)) {
      const trial = trialFor(kernel, draw, random);
      found.push(await onGpu(kernel, draw, trial, compute), await onCpu(kernel, draw, trial));
    }
  }
  return found.filter((choice) => choice !== undefined);
}
