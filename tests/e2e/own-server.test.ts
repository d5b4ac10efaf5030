// A reader's own server on this computer, here a small one of the test's own, answers in an exercise.
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from '@playwright/test';
import { expect, open, test } from './fixtures';

/** A model server; what it was asked is kept, what it answers can be changed. */
class OwnServer {
  readonly asked: string[] = [];
  answer = JSON.stringify({
    choices: [{ message: { content: 'Zebras gallop. A shortlist is read again [1].' } }],
  });
  /** The origin of a page that may read what it says, if any. */
  allowed: string | undefined;
  private server!: Server;

  async start(): Promise<void> {
    this.server = createServer((request, response) => {
      if (this.allowed) {
        response.setHeader('access-control-allow-origin', this.allowed);
        response.setHeader('access-control-allow-headers', 'content-type');
      }
      void read(request).then((body) => {
        if (request.method === 'POST') this.asked.push(body);
        response.end(request.method === 'POST' ? this.answer : '');
      });
    });
    await new Promise<void>((listening) => this.server.listen(0, '127.0.0.1', listening));
  }

  get address(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  stop(): void {
    this.server.close();
    this.server.closeAllConnections();
  }
}

async function read(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

const server = new OwnServer();
test.describe.configure({ mode: 'serial' });
test.beforeAll(() => server.start());
test.afterAll(() => server.stop());
test.beforeEach(({ baseURL }) => {
  server.allowed = new URL(baseURL!).origin;
  server.asked.length = 0;
});

/** The place where a model is plugged in, opened. */
async function plug(page: Page) {
  const place = page.locator('unfold-own-model');
  await place.locator('summary').click();
  return place;
}

async function ask(page: Page, address: string): Promise<void> {
  const place = page.locator('unfold-own-model');
  await place.getByLabel('address').fill(address);
  await place.getByLabel('model').fill('zebra');
  await place.getByRole('button', { name: 'Ask it' }).click();
}

const picture = (page: Page) => page.locator('.picture-stage');
const failure = (page: Page) => page.getByRole('alert').filter({ hasText: 'The run failed' });

test('own server: it answers, says so on the picture, and stands in no link', async ({ page }) => {
  await open(page, '#/6.2?step=3');
  const place = await plug(page);
  await expect(picture(page)).toContainText('the answer, scripted');
  expect(server.asked).toEqual([]);
  await ask(page, server.address);
  await expect(picture(page)).toContainText('your model zebra');
  await expect(picture(page)).toContainText('Zebras gallop.');
  await expect(page.getByText('Answered by your own model, zebra.')).toBeVisible();
  expect(page.url()).not.toMatch(/zebra|127\.0\.0\.1/);
  expect(server.asked).toHaveLength(1);
  expect(JSON.parse(server.asked[0])).toMatchObject({ model: 'zebra', temperature: 1 });

  // What was typed is kept in this browser, and nothing is sent when the page opens again.
  await open(page, '#/7.1?step=2');
  await plug(page);
  await expect(place.getByLabel('address')).toHaveValue(server.address);
  expect(server.asked).toHaveLength(1);
  await place.getByRole('button', { name: 'Ask it' }).click();
  await expect(picture(page)).toContainText('out of your model');
  await expect(picture(page)).toContainText('Zebras');

  // One button forgets it, and the scripted model answers again.
  await place.getByRole('button', { name: 'Forget the address' }).click();
  await expect(picture(page)).not.toContainText('Zebras');
  await expect(place.getByLabel('address')).toHaveValue('');
  await page.reload();
  await expect(place.getByLabel('address')).toHaveValue('');
});

test('own server: an address elsewhere is refused in its field, and the policy would stop it too', async ({
  page,
  consoleErrors,
}) => {
  await open(page, '#/6.2');
  const place = await plug(page);
  await ask(page, 'http://192.168.0.2:8080');
  await expect(place.getByRole('alert')).toContainText('is not this computer');
  const stopped = await page.evaluate(async () => {
    const violated = new Promise<string>((resolve) =>
      document.addEventListener('securitypolicyviolation', (event) =>
        resolve(event.effectiveDirective),
      ),
    );
    await fetch('http://192.168.0.2:8080').catch(() => undefined);
    return violated;
  });
  expect(stopped).toBe('connect-src');
  expect(consoleErrors.splice(0).every((error) => /Content Security Policy/.test(error))).toBe(
    true,
  );
});

test('own server: what goes wrong is said, and the picture stays', async ({
  page,
  consoleErrors,
}) => {
  await open(page, '#/6.2?step=3');
  await plug(page);

  server.allowed = undefined;
  await ask(page, server.address);
  await expect(failure(page)).toContainText('does not allow this page');
  await expect(picture(page)).toContainText('the answer, scripted');

  const place = page.locator('unfold-own-model');
  await place.getByRole('button', { name: 'Back to the scripted model' }).click();
  await ask(page, 'http://localhost:59999');
  await expect(failure(page)).toContainText('no server runs there');
  // The browser itself says what it could not read.
  expect(consoleErrors.splice(0).every((error) => /CORS|Failed to load/.test(error))).toBe(true);
});
