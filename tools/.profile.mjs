import { withApp } from './app-in-node.mjs';
await withApp(async (load) => {
  const { cpuForms } = await load('/src/compute/forms.ts');
  const { readyCall } = await load('/src/compute/executor.ts');
  const { buffersOf, lengthOf } = await load('/src/compute/shape.ts');
  const k = async (f) => (await load(f)).default;
  const layer = await k('/shaders/dense/layer.ts'), grad = await k('/shaders/dense/layer_gradient.ts'), sq = await k('/shaders/reduction/squared_error.ts'), opt = await k('/shaders/optimiser/optimizer.ts'), sample = await k('/shaders/random/sample_batch.ts');
  const N = Number(process.argv[2] ?? 80);
  const calls = [['sample', sample, { networks: N, examples: 200, inputs: 2, outputs: 1, rows: 10 }, { seed: 1, step: 3 }]];
  for (const [i, o] of [[2, 8], [8, 8], [8, 1]]) {
    calls.push([`layer ${i}-${o}`, layer, { networks: N, rows: 10, inputs: i, outputs: o }, { activation: 2 }]);
    calls.push([`grad ${i}-${o}`, grad, { networks: N, rows: 10, inputs: i, outputs: o }, { activation: 2 }]);
    calls.push([`opt ${i}-${o}`, opt, { count: N * (i + 1) * o }, { optimizer: 0, lr: 0.1, momentum: 0.9, beta1: 0.9, beta2: 0.99, epsilon: 1e-8, correction1: 0, correction2: 0 }]);
  }
  calls.push(['loss', sq, { networks: N, count: 10 }, {}]);
  let total = 0;
  for (const [name, kernel, dimensions, knobs] of calls) {
    const buffers = Object.fromEntries(buffersOf(kernel).map((use) => [use.name, Float32Array.from({ length: lengthOf(use, dimensions) }, () => Math.random() - 0.5)]));
    const [form] = cpuForms(kernel); const run = await form.ready(); const call = readyCall(kernel, { dimensions, knobs, buffers });
    let best = Infinity;
    for (let r = 0; r < 40; r += 1) { const t = performance.now(); for (let i = 0; i < 50; i += 1) run(call); best = Math.min(best, (performance.now() - t) / 50); }
    total += best;
    console.log(name, form.name, ((best * 1e6) / N).toFixed(0), 'ns a network');
  }
  console.log('all', ((total * 1e6) / N).toFixed(0), 'ns');
});
process.exit();
