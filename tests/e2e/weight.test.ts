// What a reader on a slow network waits for: everything that a page fetches with nothing cached.
import { shared, total, transferred } from '../../tools/measure/weight.mjs';
import { expect, test } from './fixtures';
import { scenes } from './scenes';

/** Bytes, gzipped: what all exercises share, fonts included, and what each adds to it. */
const FIRST_LOAD = 300_000;
const SCENE = 100_000;
/** LangChain and the editor of code, for the scenes that use them: apart, and loaded by no other. */
const APART = 300_000;
const isApart = (url: string): boolean => /\/(lang(chain|graph)|code-editor)-[^/]*\.js$/.test(url);

test('the first load and each exercise stay within their budgets', async ({ browser, baseURL }) => {
  // Every exercise is opened once.
  test.setTimeout(scenes.length * 10_000);
  const contents = await transferred(browser, `${baseURL}#/`);
  expect(total(contents)).toBeLessThanOrEqual(FIRST_LOAD);

  const pages: Map<string, number>[] = [];
  for (const { number } of scenes) pages.push(await transferred(browser, `${baseURL}#/${number}`));
  const common = shared(pages);
  expect(total(common)).toBeLessThanOrEqual(FIRST_LOAD);
  scenes.forEach(({ number }, index) => {
    const own = [...pages[index]].filter(([url]) => !common.has(url));
    const scene = total(new Map(own.filter(([url]) => !isApart(url))));
    expect.soft(scene, number).toBeGreaterThan(0);
    expect.soft(scene, number).toBeLessThanOrEqual(SCENE);
    expect.soft(total(new Map(own)) - scene, number).toBeLessThanOrEqual(APART);
  });
});
