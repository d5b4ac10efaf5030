// The contents page: it leads to every exercise and to the page to train on, and to nothing else.
import { expect, open, test } from './one-page';
import { scenes } from './scenes';

const moduleLink = (number: string): string => `#/module/${number.split('.')[0].padStart(2, '0')}`;

test('lists every exercise there is, in the order of the book, and links to what else there is', async ({
  page,
}) => {
  await open(page);
  const links = page.locator('main a[href^="#"]');
  const hrefs = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')!));
  const modules = hrefs.filter((href) => href.startsWith('#/module/'));
  expect(modules).toEqual([...new Set(scenes.map(({ number }) => moduleLink(number)))]);
  expect(hrefs.filter((href) => !modules.includes(href))).toEqual([
    '#/train',
    ...scenes.map(({ number }) => `#/${number}`),
  ]);
  for (const { number } of scenes) {
    await expect(page.locator(`main a[href="#/${number}"]`)).toContainText(`Exercise ${number}`);
  }
});

test('every link opens its exercise, and the way back leads to the contents', async ({ page }) => {
  await open(page);
  for (const { number } of [scenes[0], scenes.at(-1)!]) {
    const title = await page.locator(`main a[href="#/${number}"] .title`).textContent();
    await page.locator(`main .card[href="#/${number}"]`).click();
    await expect(page.locator('unfold-exercise[aria-busy="false"]')).toHaveAttribute(
      'number',
      number,
    );
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title ?? '');
    await expect(page).toHaveTitle(`${number} ${title} · Unfold`);
    await page.getByRole('link', { name: 'Unfold', exact: true }).click();
    await expect(page.locator('main .card')).toHaveCount(scenes.length);
  }
});

for (const link of ['#/99.9', '#/module/77', '#/<b>x</b>', '#nonsense', '#/4']) {
  test(`${link} says that there is no such page, and leads home`, async ({ page }) => {
    await open(page, link);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('No such page');
    await expect(page.locator('main b')).toHaveCount(0);
    await page.getByRole('link', { name: 'To the contents' }).click();
    await expect(page.locator('main .card')).toHaveCount(scenes.length);
  });
}

test('what was done is shown, kept over a reload, and saved as a file', async ({ page }) => {
  const [{ number }] = scenes;
  await open(page, `#/${number}`);
  await open(page);
  const card = page.locator(`main .card[href="#/${number}"]`);
  await expect(card).toContainText('Opened');
  await page.reload();
  await expect(card).toContainText('Opened');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save as a file' }).click(),
  ]);
  const file = await download.createReadStream();
  const chunks: Buffer[] = [];
  for await (const chunk of file) chunks.push(chunk as Buffer);
  expect(JSON.parse(Buffer.concat(chunks).toString())).toEqual({ [number]: 'opened' });
});

test('goes on where the reader was, and lists what is to do and what is solved', async ({
  page,
}) => {
  const [, second] = scenes;
  await open(page);
  await expect(page.getByRole('link', { name: /^Continue/ })).toHaveCount(0);
  await open(page, `#/${second.number}`);
  await open(page);
  await page.getByRole('link', { name: new RegExp(`^Continue: ${second.number} `) }).click();
  await expect(page.locator('unfold-exercise')).toHaveAttribute('number', second.number);
  await page.goBack();
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Load a file' }).click();
  const buffer = Buffer.from(JSON.stringify({ [second.number]: 'solved' }));
  const file = { name: 'progress.json', mimeType: 'application/json', buffer };
  await (await chooser).setFiles(file);
  await expect(page.getByText('Loaded: 1 exercise.')).toBeVisible();
  const cards = page.locator('main .card');
  await page.getByRole('radio', { name: 'Solved' }).check();
  await expect(cards).toHaveCount(1);
  await expect(cards).toHaveAttribute('href', `#/${second.number}`);
  await page.getByRole('radio', { name: 'To do' }).check();
  await expect(cards).toHaveCount(scenes.length - 1);
});

test('a file that holds no progress is refused in a sentence, and nothing is lost', async ({
  page,
}) => {
  const [{ number }] = scenes;
  await open(page, `#/${number}`);
  await open(page);
  const input = page.locator('input[type="file"]');
  for (const [text, says] of [
    ['nonsense', 'not JSON'],
    ['[]', 'no exercises'],
    ['{"1.3": "done"}', 'neither opened nor solved'],
    ['{"<b>": "solved"}', 'is no exercise'],
  ]) {
    const buffer = Buffer.from(text);
    await input.setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer });
    await expect(page.locator('unfold-progress-keeper [role="status"]')).toContainText(says);
  }
  await expect(page.locator(`main .card[href="#/${number}"]`)).toContainText('Opened');
});

test('searches titles and solutions, in beginnings of words and with a letter wrong', async ({
  page,
}) => {
  await open(page);
  const field = page.getByRole('searchbox', { name: 'Search the exercises' });
  for (const [words, number] of [
    ['vanishing', '3.2'],
    ['convol hand', '2.3'],
    ['atention', '4.2'],
    ['12.1', '12.1'],
  ]) {
    await field.fill(words);
    await expect(page.locator('.found')).toContainText(`for “${words}”`);
    await expect(page.locator(`main .card[href="#/${number}"]`)).toBeVisible();
    expect(await page.locator('main .card').count()).toBeLessThan(scenes.length / 2);
  }
  await field.fill('<img src=x onerror=alert(1)> zzzz');
  await expect(page.locator('main .card')).toHaveCount(0);
  await expect(page.getByText('No exercises for “<img src=x')).toBeVisible();
  await field.fill('');
  await expect(page.locator('main .card')).toHaveCount(scenes.length);
});

test('without its index the list still stands, and the page says why nothing is searched', async ({
  page,
  consoleErrors,
}) => {
  await page.route(/assets\/search-/, (route) => route.abort());
  await open(page);
  await page.getByRole('searchbox').fill('softmax');
  await expect(page.getByText('The index did not arrive')).toBeVisible();
  await expect(page.locator('main .card')).toHaveCount(scenes.length);
  expect(consoleErrors.splice(0).every((error) => /Failed to load resource/.test(error))).toBe(
    true,
  );
});

test('the dark and light switch goes round and is kept', async ({ page }) => {
  await open(page, '#/', { theme: 'light' });
  const paper = () =>
    page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const button = page.getByRole('button', { name: /^Colours/ });
  const bySystem = await paper();
  const seen = [bySystem];
  for (let press = 0; press < 3; press += 1) {
    await button.click();
    seen.push(await paper());
  }
  const [, light, dark, again] = seen;
  expect([light, again]).toEqual([bySystem, bySystem]);
  expect(dark).not.toBe(light);
  await button.click();
  await button.click();
  await page.reload();
  expect(await paper()).toBe(dark);
});

test('a module has a page: its exercises, the trail to it, the modules around it', async ({
  page,
}) => {
  const [{ number }] = scenes;
  await open(page, `#/${number}`);
  await page.getByRole('navigation', { name: 'Where you are' }).getByRole('link').click();
  const id = number.split('.')[0].padStart(2, '0');
  await expect(page).toHaveURL(new RegExp(`#/module/${id}$`));
  const own = scenes.filter((scene) => scene.number.split('.')[0] === number.split('.')[0]);
  const cards = page.locator('main .card');
  await expect(cards).toHaveCount(own.length);
  await expect(cards.first()).toContainText('Opened');
  await page.getByRole('link', { name: /^Next: / }).click();
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('No such page');
  await page.goBack();
  await cards.first().click();
  await expect(page.locator('unfold-exercise')).toHaveAttribute('number', own[0].number);
});

test('the header leads to the exercise before and to the one after', async ({ page }) => {
  const [first, second] = scenes;
  await open(page, `#/${first.number}`);
  const around = page.getByRole('navigation', { name: 'Other exercises' });
  await expect(around.getByRole('link', { name: /^Previous exercise/ })).toHaveCount(0);
  await around.getByRole('link', { name: `Next exercise: ${second.number}` }).click();
  await expect(page.locator('unfold-exercise')).toHaveAttribute('number', second.number);
  await around.getByRole('link', { name: `Previous exercise: ${first.number}` }).click();
  await expect(page.locator('unfold-exercise')).toHaveAttribute('number', first.number);
});
