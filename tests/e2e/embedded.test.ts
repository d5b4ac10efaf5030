// An exercise in a page of another origin, which serves nothing of ours itself.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, ready, test } from './fixtures';
import { scenesAtScale } from './scenes';

const { number } = scenesAtScale[0];

/** Serves a page with one exercise in it, from an address of its own. */
async function embedding(app: string): Promise<Server> {
  const server = createServer((_, response) => {
    response.setHeader('content-type', 'text/html');
    response.end(`<!doctype html><html lang="en"><title>A lesson</title>
      <link rel="icon" href="data:,">
      <unfold-exercise number="${number}" givens="tab=scale&amp;device=cpu"></unfold-exercise>
      <script type="module" src="${app}embed.js"></script></html>`);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

test('an exercise computes At scale in a page of another origin', async ({ page, baseURL }) => {
  const server = await embedding(baseURL!);
  try {
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    await ready(page, 'unfold-exercise');
    const exercise = page.locator('unfold-exercise');
    await expect(exercise.locator('output[name="agreement"]')).toBeVisible();
    await expect(exercise.getByRole('alert')).toHaveCount(0);
    // It comes with its styles: text and picture stand beside each other.
    const [text, board] = await Promise.all(
      ['.reading', '.board'].map((part) => exercise.locator(part).boundingBox()),
    );
    expect(board!.x).toBeGreaterThanOrEqual(text!.x + text!.width - 1);
  } finally {
    server.close();
  }
});
