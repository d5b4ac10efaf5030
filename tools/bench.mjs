// `npm run bench`: our kernels against other libraries, in one run of one page. A whole run of seven
// rounds or more writes docs/bench.md and docs/bench.json. `npm run bench -- matmul` runs what begins
// so (a workload, or first-calls, ceilings, learning, scaling, memory, choices) and only prints; `--rounds 3` is
// quicker, `--only ours` leaves the others out, `--threads 2` gives the peers' WebAssembly as many
// instead of what it takes by itself, `--no-isolated` serves a page that is not isolated from other
// origins: WebAssembly then has no threads, and our Workers share no memory. `--hardware` opens the
// browser on the graphics card instead of the software adapter of the tests.
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { ensurePeers } from './bench/peers.mjs';
import { ensureBrowser } from './browser.mjs';
import { ensureInstalled, root } from './ensure.mjs';

/** @typedef {import('./bench/report.mjs').Findings} Findings */

const results = `${root}tools/bench/results/`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  allowNegative: true,
  options: {
    rounds: { type: 'string', default: '7' },
    only: { type: 'string' },
    threads: { type: 'string' },
    isolated: { type: 'boolean', default: true },
    hardware: { type: 'boolean', default: false },
  },
});
const rounds = Number(values.rounds);
if (!Number.isInteger(rounds) || rounds < 1) {
  throw new Error(`--rounds takes a whole number from 1, not "${values.rounds}"`);
}

/** @param {string} name */
const isWanted = (name) =>
  positionals.length === 0 || positionals.some((word) => name.startsWith(word));

/** Saved as soon as it is known: a later piece may fail. @param {string} name @param {unknown} data */
function save(name, data) {
  mkdirSync(results, { recursive: true });
  writeFileSync(`${results}${name}.json`, `${JSON.stringify(data, undefined, 1)}\n`);
}

/** Four significant digits: the rest is noise. @param {string} _key @param {unknown} value */
const rounded = (_key, value) =>
  typeof value === 'number' && !Number.isInteger(value) ? Number(value.toPrecision(4)) : value;

/**
 * What was asked for, measured piece by piece.
 * @param {import('@playwright/test').Page} page
 * @param {string} browser
 * @returns {Promise<Findings>}
 */
async function measure(page, browser) {
  const { workloads, ...about } = await page.evaluate(() => {
    const { workloads, adapter, kind, isolated } = window.bench;
    return { workloads, adapter, kind, isolated };
  });
  const pieces = ['first-calls', 'ceilings', 'learning', 'scaling', 'memory', 'choices'];
  const stranger = positionals.find(
    (word) =>
      ![...workloads.map(({ name }) => name), ...pieces].some((name) => name.startsWith(word)),
  );
  if (stranger !== undefined) {
    const known = [...workloads.map(({ name }) => name), ...pieces].join(', ');
    throw new Error(`There is no workload "${stranger}"; there are ${known}.`);
  }
  /** @type {Findings} */
  const findings = {
    machine: {
      date: new Date().toISOString().slice(0, 10),
      processor: cpus()[0]?.model.trim() ?? 'unknown',
      cores: cpus().length,
      browser,
      ...about,
    },
    workloads: [],
  };
  /**
   * One piece, saved as soon as it is known; one that fails is said, and the rest goes on.
   * @template T
   * @param {string} name
   * @param {() => Promise<T>} find
   * @returns {Promise<T | undefined>}
   */
  async function piece(name, find) {
    if (!isWanted(name)) return undefined;
    const start = performance.now();
    try {
      const found = await find();
      save(name, found);
      console.log(`${name}: ${((performance.now() - start) / 1000).toFixed(1)} s`);
      return found;
    } catch (error) {
      console.error(`${name}:`, error);
      process.exitCode = 1;
      return undefined;
    }
  }
  // First, while no program has been compiled in this page.
  findings.firstCalls = await piece('first-calls', () =>
    page.evaluate(() => window.bench.firstCalls()),
  );
  findings.ceilings = await piece('ceilings', () =>
    page.evaluate((n) => window.bench.ceilings(n), rounds),
  );
  for (const { name } of workloads) {
    const measured = await piece(name, () =>
      page.evaluate(
        ([workload, options]) => window.bench.measure(workload, options),
        /** @type {const} */ ([name, { rounds, only: values.only }]),
      ),
    );
    if (measured) findings.workloads.push(measured);
  }
  if (findings.workloads.length > 0 && values.only === undefined) {
    findings.machine.threads = await page.evaluate(() => window.bench.threads());
  }
  findings.learning = await piece('learning', () =>
    page.evaluate((options) => window.bench.learn(options), { rounds, only: values.only }),
  );
  findings.scaling = await piece('scaling', async () => {
    const all = [];
    for (const { name } of workloads.filter(({ scales }) => scales)) {
      all.push(...(await page.evaluate((n) => window.bench.scaling(n), name)));
    }
    return all;
  });
  findings.memory = await piece('memory', () =>
    page.evaluate(() => window.bench.attentionMemory()),
  );
  findings.choices = await piece('choices', () => page.evaluate(() => window.bench.choices()));
  return findings;
}

/** @param {Findings} found */
async function tell(found) {
  const { format, resolveConfig } = await import('prettier');
  const { report } = await import('./bench/report.mjs');
  const options = await resolveConfig(`${root}docs/bench.md`);
  // The tables say what the JSON says, digit for digit.
  const json = JSON.stringify(found, rounded);
  const text = await format(report(JSON.parse(json)), { ...options, parser: 'markdown' });
  console.log(text);
  // Only a whole run, of enough rounds, that nothing went wrong in is worth keeping.
  if (positionals.length > 0 || values.only || rounds < 7 || process.exitCode) return;
  writeFileSync(`${root}docs/bench.md`, text);
  writeFileSync(`${root}docs/bench.json`, await format(json, { ...options, parser: 'json' }));
}

ensureInstalled();
ensureBrowser();
ensurePeers();
const { chromium } = await import('@playwright/test');
const { launchOptions } = await import('./launch.mjs');
const { serveBench } = await import('./bench/serve.mjs');
const server = await serveBench({ isolated: values.isolated });
const options = launchOptions({ webgpu: true });
const hardware = options.args.filter((flag) => !flag.includes('swiftshader'));
const browser = await chromium.launch({
  ...options,
  args: values.hardware ? hardware : options.args,
});
try {
  const page = await browser.newPage();
  page.on('pageerror', (error) => console.error(`The page: ${error.message}`));
  await page.goto(values.threads ? `${server.url}?threads=${values.threads}` : server.url);
  await page.waitForFunction(() => 'bench' in window);
  await tell(await measure(page, browser.version()));
} finally {
  await browser.close();
  await server.close();
}
