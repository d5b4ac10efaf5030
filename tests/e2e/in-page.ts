// Functions that run in the page and use nothing from around them, several in one go: Playwright sends one
// at a time, and half of what a look at a page takes is the way there and back.
import type { Page } from '@playwright/test';

type Tool = (...args: never[]) => unknown;

/** Calls `main` in the page with data and with other functions, each of which is sent as its source. */
export function inPage<Data, Tools extends Readonly<Record<string, Tool>>, Result>(
  page: Page,
  main: (data: Data, tools: Tools) => Result | Promise<Result>,
  data: Data,
  tools: Tools,
): Promise<Result> {
  const sources = Object.entries(tools).map(([name, tool]) => `${name}: ${String(tool)}`);
  return page.evaluate(`(${String(main)})(${JSON.stringify(data)}, { ${sources.join()} })`);
}
