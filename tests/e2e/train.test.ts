// The page to train on: played, stepped back, opened again from its link, read by axe, photographed.
import type { Page } from '@playwright/test';
import { expectAccessible } from './accessibility';
import { expect, open, ready, sizes, test } from './one-page';
import { layoutFaults, unfitted } from './inspect';
import { overlaps } from './overlaps';
import { smallerThan } from './type';

const reading = (page: Page, name: string) =>
  page.locator('.reading', { has: page.locator('.reading-name', { hasText: name }) }).locator('b');

async function number(page: Page, name: string): Promise<number> {
  return Number(await reading(page, name).first().textContent());
}

test('train: the loss falls while it plays, and a step back gives the same number', async ({
  page,
}) => {
  await open(page, '#/train?data=gaussians');
  const before = await number(page, 'test loss');
  await page.getByRole('button', { name: 'Play' }).click();
  await expect.poll(() => number(page, 'step'), { timeout: 20_000 }).toBeGreaterThan(60);
  await page.getByRole('button', { name: 'Pause' }).click();
  await ready(page);
  expect(await number(page, 'test loss')).toBeLessThan(before / 2);
  const [step, loss] = [await number(page, 'step'), await number(page, 'test loss')];
  await page.getByRole('button', { name: 'One step on' }).click();
  await expect.poll(() => number(page, 'step')).toBe(step + 1);
  await page.getByRole('button', { name: 'One step back' }).click();
  await expect.poll(() => number(page, 'step')).toBe(step);
  expect(await number(page, 'test loss')).toBe(loss);
  await open(page, new URL(page.url()).hash);
  expect([await number(page, 'step'), await number(page, 'test loss')]).toEqual([step, loss]);
});

test('train: keys play and step, and a weight is set by its field and by a link', async ({
  page,
}) => {
  await open(page, '#/train');
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => number(page, 'step')).toBe(1);
  await page.keyboard.press('ArrowLeft');
  await expect.poll(() => number(page, 'step')).toBe(0);
  await page.keyboard.press('Space');
  await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible();
  await page.keyboard.press('Space');
  await expect(page.getByRole('button', { name: 'Play' })).toBeVisible();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toContainText('plays and pauses the training');
  await page.keyboard.press('Escape');
  const weight = page.getByLabel('Weight from input 1');
  await weight.fill('2.5');
  await weight.press('Enter');
  await expect.poll(() => page.url()).toContain('edits=');
  await open(page, new URL(page.url()).hash);
  await expect(weight).toHaveValue('2.500');
  await weight.fill('1e9');
  await weight.press('Enter');
  await expect(page.locator('.unit-weights .fault')).toHaveText(
    /^This must be from −\d+ to \d+\.$/,
  );
});

/** Holds that a class sees all of it, at every size, in type that it can read. */
async function expectPresented(page: Page): Promise<void> {
  for (const size of [{ width: 1024, height: 768 }, sizes.projector, sizes.beamer]) {
    await page.setViewportSize(size);
    const faults = await layoutFaults(page, { least: 0 });
    const least = (28 * size.height) / 1080;
    faults.push(...(await unfitted(page)), ...(await overlaps(page)));
    faults.push(...(await smallerThan(least, page.locator('unfold-train'))));
    expect(faults, `at ${size.width} × ${size.height}`).toEqual([]);
  }
}

test('train: presented, a clicker takes steps, and all of it fits', async ({ page }) => {
  for (const size of [{ width: 1024, height: 768 }, sizes.projector]) {
    await open(page, '#/train?hidden=8,8,8&step=100&present=1', { size });
    await expect(page.getByRole('banner')).toBeHidden();
    expect(await unfitted(page)).toEqual([]);
    const least = (28 * size.height) / 1080;
    expect(await smallerThan(least, page.locator('unfold-train'))).toEqual([]);
  }
  await page.keyboard.press('PageDown');
  await expect.poll(() => number(page, 'step')).toBe(200);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('banner')).toBeVisible();
  expect(page.url()).not.toContain('present');
});

test('train: presented, many networks fit, one is opened by its point, and there is a way back', async ({
  page,
}) => {
  await open(page, '#/train?l2=1&lr=0.2&vary=lr&from=0.1&networks=64&steps=100&present=1');
  await page.getByRole('button', { name: 'Many networks' }).click();
  await expect(page.getByText('only in the learning rate, from 0.1 to 10.')).toBeVisible();
  await expectPresented(page);
  await page.getByRole('button', { name: 'Train them side by side' }).click();
  await expect(page.getByText(/After 100 steps \d+ of 64 networks/)).toBeVisible({
    timeout: 30_000,
  });
  await expectPresented(page);
  // Among its neighbours, whose surroundings overlap, it is the one that is pressed.
  const crosses = page.locator('.fates .ended path');
  const box = (await crosses.nth(2).boundingBox())!;
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  await ready(page);
  const words = await page.locator('#train-fate').textContent();
  const [, rate, end] = /Learning rate ([\d.]+): its numbers ended after step (\d+)/.exec(words!)!;
  const all = (await page.locator('.fates [data-part]').count()) - (await crosses.count());
  expect(Number(rate)).toBeCloseTo(0.1 * 100 ** ((all + 2) / 63), 3);
  expect(page.url()).toContain(`lr=${rate}&`);
  await expect.poll(() => number(page, 'step')).toBe(Number(end));
  // The clicker drives the network that is open; why it goes no further takes its room from the picture.
  await page.keyboard.press('PageDown');
  await expect(page.getByText(`After step ${end} the loss`)).toBeVisible();
  await ready(page);
  await expectPresented(page);
  await page.keyboard.press('PageUp');
  await expect.poll(() => number(page, 'step')).toBe(0);
  await page.getByRole('button', { name: 'One network' }).click();
  await expect(page.locator('.network')).toBeVisible();
  await expect(page.locator('.fates')).toBeHidden();
  await page.getByRole('button', { name: 'Many networks' }).click();
  await expect(page.locator('.network')).toBeHidden();
  await page.locator('.fates').focus();
  for (const key of ['End', 'Enter']) await page.keyboard.press(key);
  await expect.poll(() => page.url()).toContain('lr=10&');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('banner')).toBeVisible();
  // What was trained before the class came is what it sees first.
  await page.keyboard.press('p');
  await expect(page.locator('.fates')).toBeInViewport({ ratio: 1 });
});

test('train: points are pasted and painted, and the code holds the network', async ({ page }) => {
  await open(page, '#/train?data=own');
  await page.getByText('Paste a table').click();
  const table = page.getByLabel('Lines of two numbers and a class');
  await table.fill('1,2,a\n2,zwei,b');
  await page.getByRole('button', { name: 'Use these points' }).click();
  await expect(page.getByText('in line 2, “zwei” is not a number')).toBeVisible();
  await table.fill('1,2,1\n2,2,-1\n-1,-2,1');
  await page.getByRole('button', { name: 'Use these points' }).click();
  await expect.poll(() => decodeURIComponent(page.url())).toContain('points=1,2,1;2,2,-1;-1,-2,1');
  await page.getByRole('radio', { name: 'paints class −1' }).check();
  await page.locator('.plane').focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => decodeURIComponent(page.url())).toContain(';1,0.5,-1');
});

test('train: of many beginnings one is opened by its point', async ({ page }) => {
  await open(page, '#/train?data=xor');
  await page.getByLabel('Number of networks').selectOption('16');
  await page.getByLabel('Number of steps').selectOption('100');
  await page.getByRole('button', { name: 'Train them side by side' }).click();
  await expect(page.getByText(/After 100 steps \d+ of 16 networks/)).toBeVisible({
    timeout: 30_000,
  });
  await page.locator('.fates').focus();
  await page.keyboard.press('End');
  const words = (await page.locator('#train-fate').textContent())!;
  const [, network, loss] = /Network (\d+): loss ([\d.]+)/.exec(words)!;
  await page.keyboard.press('Enter');
  await ready(page);
  await expect.poll(() => number(page, 'step')).toBe(100);
  expect(page.url()).toContain(network === '0' ? 'step=100' : `network=${network}`);
  expect(await number(page, 'test loss')).toBe(Number(loss));
});

test('train: networks differ in their learning rate, and one whose numbers ended is opened', async ({
  page,
}) => {
  await open(page, '#/train?l2=1&lr=0.2');
  await page.getByLabel('networks differ in').selectOption('learning rate');
  await page.getByLabel('number of networks').selectOption('16');
  await page.getByLabel('number of steps').selectOption('100');
  await page.getByLabel('from', { exact: true }).fill('0.1');
  await page.getByLabel('from', { exact: true }).press('Enter');
  await expect.poll(() => page.url()).toContain('vary=lr&from=0.1&networks=16&steps=100');
  await page.getByRole('button', { name: 'Train them side by side' }).click();
  await expect(page.getByText(/After 100 steps \d+ of 16 networks/)).toBeVisible({
    timeout: 30_000,
  });
  await expect(page.getByText(/The first above it that diverges, [\d.]+,/)).toBeVisible();
  await expectAccessible(page);
  await page.locator('.fates').focus();
  await page.keyboard.press('End');
  const words = (await page.locator('#train-fate').textContent())!;
  const [, step] = /Learning rate 10: its numbers ended after step (\d+)\./.exec(words)!;
  await page.keyboard.press('Enter');
  await ready(page);
  await expect.poll(() => number(page, 'step')).toBe(Number(step));
  expect(page.url()).toContain(`lr=10&l2=1&vary=lr&from=0.1&networks=16&steps=100&step=${step}`);
  // The population is still there: only what its networks differ in has changed.
  await expect(page.locator('#train-fate')).toContainText('Learning rate 10');
  await page.getByRole('button', { name: 'Play' }).click();
  await expect(page.getByText(`After step ${step} the loss`)).toBeVisible();
});

test('train: a range that is none is said beside its field', async ({ page }) => {
  await open(page, '#/train?vary=scale&from=1&to=0.5');
  await expect(page.getByText('to must be larger than 1.')).toBeVisible();
});

test('train: what a link says wrongly is said beside its field', async ({ page }) => {
  await open(page, '#/train?lr=99&hidden=9');
  await expect(page.getByText('learning rate must be from 0.00001 to 10.')).toBeVisible();
  await expect(page.getByText('hidden units must be whole numbers from 1 to 8')).toBeVisible();
});

test('train: axe finds nothing, and it looks as it did', async ({ page }) => {
  await open(page, '#/train?data=xor&step=200', { size: sizes.laptop });
  await expectAccessible(page);
  await expect(page).toHaveScreenshot('train.png');
  await open(page, '#/train?data=spiral&hidden=8,8&step=50', { size: sizes.phone, theme: 'dark' });
  await expectAccessible(page);
  await expect(page).toHaveScreenshot('train-phone-dark.png');
});
