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

/** In the page: two frames on, when observers have told of a new size and what they changed is drawn. */
export function twoFrames(): Promise<unknown> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => requestAnimationFrame(resolve));
    // Once, after a change of size, no frame came for minutes: the layout is there without one.
    setTimeout(resolve, 1000);
  });
}
