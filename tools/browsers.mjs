// `npm run browsers`: every exercise in Firefox and WebKit, beside Chromium: by hand at every step, and
// At scale on the CPU. `npm run browsers -- 3.2 4.2 --only firefox` asks for less. A whole run writes
// its table to docs/browsers.md. It is no part of `npm test`: run it before an exercise is called done.
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { ensureBrowser } from './browser.mjs';
import { ensureInstalled, root } from './ensure.mjs';

/** @typedef {import('./browsers/report.mjs').Row} Row */

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { only: { type: 'string' } },
});

/** The exercises there are, by their folders. */
function exercises() {
  const folders = readdirSync(`${root}scenes`).flatMap((module) =>
    readdirSync(`${root}scenes/${module}`).map((name) => `${module}/${name}`),
  );
  const all = folders
    .filter((folder) => existsSync(`${root}scenes/${folder}/scene.ts`))
    .map((folder) => ({
      number: (folder.split('/')[1] ?? '').split('-')[0] ?? '',
      atScale: existsSync(`${root}scenes/${folder}/scale.ts`),
    }))
    .sort((a, b) => a.number.localeCompare(b.number, 'en', { numeric: true }));
  const stranger = positionals.find((word) => !all.some(({ number }) => number === word));
  if (stranger !== undefined) throw new Error(`There is no exercise ${stranger}.`);
  return all.filter(({ number }) => positionals.length === 0 || positionals.includes(number));
}

async function main() {
  const wanted = exercises();
  ensureInstalled();
  ensureBrowser();
  const { ensureProgram } = await import('./browsers/programs.mjs');
  const { openChromium, openFirefox, openWebkit } = await import('./browsers/open.mjs');
  const { compare } = await import('./browsers/compare.mjs');
  const { details, isWell, note, table } = await import('./browsers/report.mjs');
  const { serve } = await import('./browsers/serve.mjs');
  const { visit } = await import('./browsers/visit.mjs');

  const others = { firefox: openFirefox, webkit: openWebkit };
  const names = /** @type {(keyof typeof others)[]} */ (Object.keys(others)).filter(
    (name) => values.only === undefined || values.only === name,
  );
  if (names.length === 0) throw new Error(`--only takes firefox or webkit, not "${values.only}".`);
  const here = names.filter((name) => {
    const found = ensureProgram(name);
    if (!found) console.log(`${name} is not here and cannot be installed: it is left out.`);
    return found;
  });
  if (here.length === 0) throw new Error('There is no other browser to compare Chromium with.');

  const { build } = await import('vite');
  await build({ root, logLevel: 'warn' });
  const { address, close } = await serve();
  /** @type {Row[]} */
  const rows = [];
  const chromium = await openChromium();
  const opened = [chromium];
  /** @type {string[]} */
  const agents = [];
  try {
    /** @type {Map<string, import('./browsers/visit.mjs').Visit>} */
    const measures = new Map();
    for (const exercise of wanted) {
      measures.set(exercise.number, await visit(chromium, address, exercise));
    }
    for (const name of here) {
      let browser = await others[name]();
      for (const exercise of wanted) {
        const measure = /** @type {import('./browsers/visit.mjs').Visit} */ (
          measures.get(exercise.number)
        );
        const tried = () =>
          visit(browser, address, exercise).then(
            (found) => compare(found, measure),
            (/** @type {Error} */ error) => error.message,
          );
        let verdict = await tried();
        if (typeof verdict === 'string') {
          // It may have crashed, at this exercise or of itself: another one says which.
          await browser.close();
          browser = await others[name]();
          verdict = await tried();
        }
        const steps = String(measure.hand.length - 1);
        rows.push({ ...exercise, browser: name, steps, verdict });
        for (const line of details(/** @type {Row} */ (rows.at(-1)))) console.log(line);
      }
      opened.push(browser);
    }
    for (const browser of opened) agents.push(await browser.run(() => navigator.userAgent));
  } finally {
    for (const browser of opened) await browser.close();
    await close();
  }
  rows.sort((a, b) => a.number.localeCompare(b.number, 'en', { numeric: true }));
  console.log(`\n${table(rows)}`);
  if (positionals.length === 0 && values.only === undefined) {
    writeFileSync(`${root}docs/browsers.md`, await note(rows, agents));
  }
  return rows.every(({ verdict }) => typeof verdict === 'object' && isWell(verdict));
}

try {
  process.exitCode = (await main()) ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
