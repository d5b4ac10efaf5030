// The page to train on: played, stepped back, opened again from its link, read by axe, photographed.
import type { Page } from '@playwright/test';
import { expectAccessible } from './accessibility';
import { expect, open, ready, sizes, test } from './fixtures';

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
  const weight = page.getByLabel('Weight from input 1');
  await weight.fill('2.5');
  await weight.press('Enter');
  await expect.poll(() => page.url()).toContain('edits=');
  await open(page, new URL(page.url()).hash);
  await expect(weight).toHaveValue('2.500');
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
