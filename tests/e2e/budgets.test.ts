// What a reader on a slow network waits for: everything that a page fetches with nothing cached. The longest
// test there is, so named that it is among the first to begin: nothing waits for it at the end.
import { shared, total, transferred } from '../../tools/measure/weight.mjs';
import { expect, test } from './fixtures';
import { scenes } from './scenes';

/** Bytes, gzipped: what all exercises share, fonts included, and what each adds to it. */
const FIRST_LOAD = 290_000;
/** The contents alone: what everybody who is sent to the workbook waits for. */
const CONTENTS = 110_000;
const SCENE = 100_000;
/** Files: each is waited for, and small ones shrink less. */
const FILES = 40;
/** LangChain and the editor of code, for the scenes that use them: apart, and loaded by no other. */
const APART = 300_000;
const isApart = (url: string): boolean => /\/(lang(chain|graph)|code-editor)-[^/]*\.js$/.test(url);
/** The word vectors, for the scenes that search with them. */
const DATA = 1_500_000;
const isData = (url: string): boolean => url.endsWith('/words/vectors.bin');

test('the first load and each exercise stay within their budgets', async ({ browser, baseURL }) => {
  // Every exercise is opened once.
  test.setTimeout(scenes.length * 10_000);
  const contents = await transferred(browser, `${baseURL}#/`);
  expect(total(contents)).toBeLessThanOrEqual(CONTENTS);

  const pages: Map<string, number>[] = [];
  for (const { number } of scenes) pages.push(await transferred(browser, `${baseURL}#/${number}`));
  const common = shared(pages);
  expect(total(common)).toBeLessThanOrEqual(FIRST_LOAD);
  scenes.forEach(({ number }, index) => {
    // An exercise without numbers needs no fields for them: what most share is not what all do.
    const page = [...pages[index]];
    const apart = total(new Map(page.filter(([url]) => isApart(url))));
    const data = total(new Map(page.filter(([url]) => isData(url))));
    const whole = total(pages[index]) - apart - data;
    expect.soft(page.filter(([url]) => !isApart(url)).length, number).toBeLessThanOrEqual(FILES);
    expect.soft(whole, number).toBeGreaterThan(total(common));
    expect.soft(whole, number).toBeLessThanOrEqual(FIRST_LOAD + SCENE);
    expect.soft(apart, number).toBeLessThanOrEqual(APART);
    expect.soft(data, number).toBeLessThanOrEqual(DATA);
  });
});
