// `npm run bench`: our kernels against other libraries, in one run of one page. A whole run writes
// docs/bench.md and docs/bench.json. `npm run bench -- matmul` runs what begins so alone (a workload,
// or ceilings, first-calls, scaling, choices) and only prints; `--rounds 3` is quicker,
// `--only ours` leaves the others out, `--no-threads` takes threads from the peers' WebAssembly.
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
    threads: { type: 'boolean', default: true },
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
  const pieces = ['ceilings', 'first-calls', 'scaling', 'choices'];
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
  // First, while no program has been compiled in this page.
  if (isWanted('first-calls')) {
    console.log('first calls …');
    findings.firstCalls = await page.evaluate(() => window.bench.firstCalls());
    save('first-calls', findings.firstCalls);
  }
  if (isWanted('ceilings')) {
    console.log('ceilings …');
    findings.ceilings = await page.evaluate((n) => window.bench.ceilings(n), rounds);
    save('ceilings', findings.ceilings);
  }
  for (const { name } of workloads.filter((workload) => isWanted(workload.name))) {
    console.log(`${name} …`);
    const measured = await page.evaluate(
      ([workload, options]) => window.bench.measure(workload, options),
      /** @type {const} */ ([name, { rounds, only: values.only }]),
    );
    findings.workloads.push(measured);
    save(name, measured);
  }
  if (isWanted('scaling')) {
    findings.scaling = [];
    for (const { name } of workloads.filter(({ scales }) => scales)) {
      console.log(`scaling of ${name} …`);
      findings.scaling.push(...(await page.evaluate((n) => window.bench.scaling(n), name)));
    }
    findings.memory = await page.evaluate(() => window.bench.attentionMemory());
    save('scaling', { scaling: findings.scaling, memory: findings.memory });
  }
  if (isWanted('choices')) {
    console.log('choices …');
    findings.choices = await page.evaluate(() => window.bench.choices());
    save('choices', findings.choices);
  }
  return findings;
}

/** @param {Findings} findings */
async function tell(findings) {
  const { format, resolveConfig } = await import('prettier');
  const { report } = await import('./bench/report.mjs');
  const options = await resolveConfig(`${root}docs/bench.md`);
  const text = await format(report(findings), { ...options, parser: 'markdown' });
  console.log(text);
  if (positionals.length > 0 || values.only) return;
  const json = await format(JSON.stringify(findings, rounded), { ...options, parser: 'json' });
  writeFileSync(`${root}docs/bench.md`, text);
  writeFileSync(`${root}docs/bench.json`, json);
}

ensureInstalled();
ensureBrowser();
ensurePeers();
const { chromium } = await import('@playwright/test');
const { launchOptions } = await import('./launch.mjs');
const { serveBench } = await import('./bench/serve.mjs');
const server = await serveBench({ isolated: values.threads });
const browser = await chromium.launch(launchOptions({ webgpu: true }));
try {
  const page = await browser.newPage();
  page.on('pageerror', (error) => console.error(`The page: ${error.message}`));
  await page.goto(server.url);
  await page.waitForFunction(() => 'bench' in window);
  await tell(await measure(page, browser.version()));
} finally {
  await browser.close();
  await server.close();
}
