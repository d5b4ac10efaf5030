// `node tools/measure.mjs`: what the app weighs and how fast it answers, on the machine it runs on.
// Builds and serves the app, prints the tables and writes them to docs/measurements.md.
// `node tools/measure.mjs 1.3 4.2` measures some of the exercises.
import { spawn, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { format, resolveConfig } from 'prettier';
import { ensureBrowser } from './browser.mjs';
import { ensureInstalled, root } from './ensure.mjs';
import { launchOptions } from './launch.mjs';
import { exercises, hasScale } from './measure/page.mjs';
import { report } from './measure/report.mjs';
import { atScale, dragging, opening } from './measure/time.mjs';
import { shared, total, transferred } from './measure/weight.mjs';

const port = 4193;
const base = `http://localhost:${port}/`;
const openings = 5;
const runs = 3;

/** What is dragged, and where. */
const handles = {
  'the line of time': 'unfold-scrubber',
  'a given in the picture':
    '.picture-stage :is(.draggable, .handle .reach, .handle:not(:has(.reach)), .divider)',
};

/** @typedef {import('@playwright/test').Browser} Browser */

/** Serves the build until the returned function is called. */
async function serve() {
  const vite = `${root}node_modules/vite/bin/vite.js`;
  const args = ['preview', '--host', 'localhost', '--port', String(port), '--strictPort'];
  const server = spawn(process.execPath, [vite, ...args], { cwd: root, stdio: 'ignore' });
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const up = await fetch(base).then(
      ({ ok }) => ok,
      () => false,
    );
    if (up) return () => server.kill();
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  server.kill();
  throw new Error(`The build could not be served on port ${port}; is it taken?`);
}

/**
 * One after the other, so that none slows another.
 * @template T, R
 * @param {Iterable<T>} items
 * @param {(item: T) => Promise<R>} work
 */
async function inTurn(items, work) {
  /** @type {R[]} */
  const results = [];
  for (const item of items) results.push(await work(item));
  return results;
}

/** @template R @param {number} count @param {() => Promise<R>} work */
const repeat = (count, work) => inTurn(Array(count).keys(), work);

/** @param {Browser} browser @param {readonly string[]} links @param {readonly string[]} scaled */
async function weigh(browser, links, scaled) {
  const pages = await inTurn(links, (link) => transferred(browser, base + link));
  const common = shared(pages);
  const weights = await inTurn(pages.entries(), async ([index, page]) => {
    const link = links[index] ?? '';
    const scale = scaled.includes(link)
      ? total(await transferred(browser, `${base}${link}?tab=scale&device=gpu`), page)
      : undefined;
    return { page: nameOf(link), bytes: total(page), own: total(page, common), scale };
  });
  return [
    { page: 'contents', bytes: total(await transferred(browser, `${base}#/`)) },
    { page: 'what all exercises share', bytes: total(common) },
    ...weights,
  ];
}

const nameOf = (link = '') => link.slice('#/'.length) || 'contents';

/** @param {Browser} browser @param {readonly string[]} numbers  of exercises; none: all of them */
async function measure(browser, numbers) {
  const all = await exercises(browser, base);
  const links = numbers.length === 0 ? all : all.filter((link) => numbers.includes(nameOf(link)));
  const told = await inTurn(links, async (link) => ({
    link,
    scaled: await hasScale(browser, base + link),
  }));
  const scaled = told.filter((each) => each.scaled).map(({ link }) => link);
  return {
    weights: await weigh(browser, links, scaled),
    openings: await inTurn(['#/', ...links], async (link) => {
      const seen = await repeat(openings, () => opening(browser, base + link));
      const drawn = seen.every((each) => each.drawn);
      return { page: nameOf(link), times: seen.map(({ time }) => time), drawn };
    }),
    drags: await inTurn(
      links.flatMap((link) => Object.entries(handles).map(([what, at]) => ({ link, what, at }))),
      async ({ link, what, at }) => {
        const drag = await dragging(browser, `${base}${link}?step=2`, at);
        return { exercise: nameOf(link), what, ...drag };
      },
    ),
    programs: await inTurn(
      scaled.flatMap((link) => ['gpu', 'cpu'].map((device) => ({ link, device }))),
      async ({ link, device }) => {
        const url = `${base}${link}?tab=scale&device=${device}`;
        const seen = await repeat(runs, () => atScale(browser, url));
        if (seen.some((run) => run.device !== device)) {
          throw new Error(`${link} did not run on the ${device}`);
        }
        return { exercise: nameOf(link), device, runs: seen };
      },
    ),
  };
}

async function main() {
  ensureInstalled();
  ensureBrowser();
  const build = spawnSync(
    process.execPath,
    [`${root}node_modules/vite/bin/vite.js`, 'build', '--logLevel', 'error'],
    { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] },
  );
  if (build.status !== 0) throw new Error('The app could not be built.');
  const stop = await serve();
  const browser = await chromium.launch(launchOptions({ webgpu: true }));
  try {
    const file = `${root}docs/measurements.md`;
    const options = { ...(await resolveConfig(file)), parser: 'markdown' };
    const text = await format(
      report(await measure(browser, process.argv.slice(2)), browser.version()),
      options,
    );
    console.log(text);
    writeFileSync(file, text);
  } finally {
    await browser.close();
    stop();
  }
}

await main();
