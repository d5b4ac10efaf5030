// What a reader on a slow network waits for: everything that a page fetches with nothing cached. What each
// exercise adds is held to its budget by its visit.
import { shared, total, transferred } from '../../tools/measure/weight.mjs';
import { CONTENTS, FIRST_LOAD } from './budgets';
import { expect, test } from './fixtures';

/** Exercises of different kinds: what these share is at least what all do. */
const few = ['1.1', '2.3', '6.3', '7.2'];

test('the contents and what exercises share stay within their budgets', async ({
  browser,
  baseURL,
}) => {
  const files = new Map<string, Promise<number>>();
  const contents = await transferred(browser, `${baseURL}#/`, files);
  expect(total(contents)).toBeLessThanOrEqual(CONTENTS);

  const pages: Map<string, number>[] = [];
  for (const number of few) pages.push(await transferred(browser, `${baseURL}#/${number}`, files));
  const common = total(shared(pages));
  expect(common).toBeLessThanOrEqual(FIRST_LOAD);
  for (const page of pages) expect(total(page)).toBeGreaterThan(common);
});
