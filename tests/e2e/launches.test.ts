// A picture is the same to the byte in two launches of one browser.
import type { BrowserType } from '@playwright/test';
import { launchOptions } from '../../tools/launch.mjs';
import { ExercisePage } from './exercise';
import { expect, test } from './fixtures';
import { fixture } from './scenes';

/** What is shown once two pictures in a row are the same: a busy machine paints a frame late. */
async function atRest(take: () => Promise<Buffer>): Promise<Buffer> {
  for (let last = await take(); ;) {
    const next = await take();
    if (next.equals(last)) return next;
    last = next;
  }
}

/** The pixels of the picture at some links, in a browser launched for them alone. */
async function pictures(
  browserType: BrowserType,
  webgpu: boolean,
  base: string,
  links: readonly { number: string; query: string }[],
): Promise<Buffer[]> {
  const browser = await browserType.launch(launchOptions({ webgpu }));
  try {
    const page = await browser.newPage({
      baseURL: base,
      viewport: { width: 1440, height: 900 },
      deviceScaleFactor: 1,
      locale: 'en-GB',
      timezoneId: 'UTC',
      reducedMotion: 'reduce',
    });
    const shots: Buffer[] = [];
    for (const { number, query } of links) {
      const exercise = new ExercisePage(page, number);
      await exercise.open(query);
      const atScale = query.includes('tab=scale');
      // The status line tells how long it took, so only the picture is held to the byte, at a size and
      // in a place that do not depend on the lines the status takes, to a fraction of a pixel.
      if (atScale) {
        await page.addStyleTag({
          content:
            '.scale-stage { position: fixed; inset: 0 auto auto 0; width: 800px; height: 300px; z-index: 9; background: canvas }',
        });
        await exercise.resize({ width: 1440, height: 900 });
      }
      shots.push(await atRest(() => (atScale ? exercise.stage : page).screenshot()));
    }
    return shots;
  } finally {
    await browser.close();
  }
}

test('two launches give the same bytes, by hand and at scale', async ({ playwright, baseURL }, {
  project,
}) => {
  test.slow();
  const webgpu = project.name === 'webgpu';
  const { number } = fixture;
  const links = [
    { number, query: 'step=2' },
    { number, query: `tab=scale&device=${webgpu ? 'gpu' : 'cpu'}` },
  ];
  const first = await pictures(playwright.chromium, webgpu, baseURL!, links);
  const second = await pictures(playwright.chromium, webgpu, baseURL!, links);
  first.forEach((shot, i) => {
    expect(shot.equals(second[i]), `${links[i].number}?${links[i].query}`).toBe(true);
  });
});
