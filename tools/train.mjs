// Trains a network whose weights are shipped: `npm run train -- NAME`. It goes on where it was stopped,
// and writes public/trained/NAME.bin (float32, or float16 where its recipe says so) and NAME.json, which
// says how it was made, the losses on its way and what it reached on data it was not trained with.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './ensure.mjs';
import { withApp } from './app-in-node.mjs';

/** Steps between two lines of progress, after which a run can be taken up again. */
const EACH = 100;

const recipes = join(root, 'src/learn/recipes');
const names = readdirSync(recipes)
  .map((file) => file.replace(/\.ts$/, ''))
  .filter((name) => name !== 'recipe');
const [name] = process.argv.slice(2);
if (!names.includes(name)) {
  console.error(`Say what to train: npm run train -- ${names.join(' | ')}`);
  process.exit(1);
}

const kept = join(root, 'node_modules/.cache', `train-${name}.json`);

await withApp(async (load) => {
  const { default: recipe } = await load(`/src/learn/recipes/${name}.ts`);
  const { CpuCompute } = await load('/src/compute/cpu.ts');
  const { LocalPort } = await load('/src/compute/worker-port.ts');
  const { findKernel } = await load('/src/compute/find-kernel.ts');
  const { Twins } = await load('/src/compute/twins.ts');
  const { Training } = await load('/src/learn/training.ts');
  const { fromFloat16, toFloat16 } = await load('/src/math/float16.ts');
  const port = () => new LocalPort(findKernel);
  const compute = CpuCompute.open(port(), new Twins(port));
  const { trained, parameters } = await recipe.open(compute);
  const begun = existsSync(kept)
    ? JSON.parse(readFileSync(kept, 'utf8'))
    : { step: 0, seconds: 0, losses: [] };
  /** @type {{ state: import('../src/compute/tensor').Tensor[] }} */
  const { state } = trained.descent;
  /** @param {import('../src/compute/tensor').Tensor[]} tensors @returns {Promise<number[][]>} */
  const read = async (tensors) =>
    (await compute.readAll(tensors)).map((/** @type {Float32Array} */ data) => [...data]);
  if (begun.state) {
    state.forEach((tensor, i) => compute.write(tensor, Float32Array.from(begun.state[i])));
    console.log(`going on after ${begun.step} steps`);
  }
  const training = await Training.open(trained, { spacing: EACH, mostBytes: 1 });
  training.step = begun.step;
  const start = performance.now();
  const seconds = () => begun.seconds + (performance.now() - start) / 1000;
  while (training.step < recipe.steps) {
    const broken = await training.advance(Math.min(EACH, recipe.steps - training.step));
    if (broken) throw new Error(`the loss is ${broken.loss} after step ${broken.step}`);
    const loss = training.losses[0].toPrecision(4);
    begun.losses.push(Number(loss));
    console.log(`${training.step} / ${recipe.steps}: loss ${loss}, ${seconds().toFixed(0)} s`);
    const numbers = await read(state);
    writeFileSync(
      kept,
      JSON.stringify({
        ...{ step: training.step, seconds: seconds() },
        ...{ losses: begun.losses, state: numbers },
      }),
    );
  }
  const learned = Float32Array.from(
    (
      await read(
        parameters.map((/** @type {import('../src/learn/tape').Value} */ { tensor }) => tensor),
      )
    ).flat(),
  );
  const halves = recipe.half ? toFloat16(learned) : undefined;
  const weights = halves ? fromFloat16(halves) : learned;
  const reached = await recipe.measure(compute, weights);
  const missing = recipe.missing(reached);
  if (missing) throw new Error(`Not written: ${missing}. ${JSON.stringify(reached)}`);
  const out = join(root, 'public/trained');
  mkdirSync(out, { recursive: true });
  writeFileSync(join(out, `${name}.bin`), Buffer.from((halves ?? weights).buffer));
  const how = {
    script: `npm run train -- ${name}`,
    ...{ seed: recipe.seed, steps: recipe.steps, seconds: Math.round(seconds()) },
    ...{ numbers: weights.length, reached },
    // Of the batch of every so many steps.
    ...{ each: EACH, losses: begun.losses },
  };
  writeFileSync(join(out, `${name}.json`), `${JSON.stringify(how, null, 2)}\n`);
  console.log(how);
});
process.exit();
