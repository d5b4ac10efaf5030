// The program at scale: on the GPU and on the CPU, in agreement, with the same picture.
import { compare } from './compare';
import { ExercisePage } from './exercise';
import { expect, test } from './one-page';
import { fixture } from './scenes';

/** What a page at scale reports of itself once it is ready. */
async function expectReport(exercise: ExercisePage, device: 'gpu' | 'cpu'): Promise<void> {
  const { root } = exercise;
  await expect(root).toHaveAttribute('data-device', device);
  const agreement = root.locator('output[name="agreement"]');
  const [difference, limit] = await Promise.all(
    ['data-value', 'data-limit'].map(async (name) => Number(await agreement.getAttribute(name))),
  );
  expect(limit).toBeGreaterThan(0);
  expect(difference).toBeGreaterThanOrEqual(0);
  expect(difference).toBeLessThanOrEqual(limit);
  await expect(agreement).toBeVisible();
  const elapsed = root.locator('output[name="elapsed"]');
  expect(Number(await elapsed.getAttribute('data-value'))).toBeGreaterThan(0);
  await expect(elapsed).toBeVisible();
  const status = root.locator('.status');
  await expect(status).toContainText(/a second.+checked against a reference: differs by at most/s);
  const details = status.locator('details');
  await expect(details.locator('p').first()).toBeHidden();
  await details.locator('summary').click();
  await expect(details).toContainText(device === 'gpu' ? 'GPU against its CPU twin' : 'fast form');
  await details.locator('summary').click();
  await expect(root.locator('.finding')).toBeVisible();
  await expect(status).not.toContainText(/NaN|undefined|Infinity/);
  await expect(root.getByRole('radio', { checked: true })).toHaveText(device.toUpperCase());
  // The picture has a twin in words, with its numbers.
  const words = await exercise.stage.evaluate(
    (stage) => document.getElementById(stage.getAttribute('aria-describedby')!)!.textContent,
  );
  expect(words).toMatch(/\d/);
}

for (const { number } of [fixture]) {
  test.describe(number, () => {
    test('runs on the CPU, unless a graphics card is there or the GPU is asked for', async ({
      page,
    }) => {
      const exercise = new ExercisePage(page, number);
      await exercise.open('tab=scale');
      await expectReport(exercise, 'cpu');
      expect(exercise.inLink('device')).toBeNull();
    });

    test(
      'runs on the GPU, and a switch of device draws the same picture',
      { tag: '@webgpu' },
      async ({ page }) => {
        test.slow();
        const exercise = new ExercisePage(page, number);
        await exercise.open('tab=scale&device=gpu');
        await expectReport(exercise, 'gpu');
        const onGpu = await exercise.stage.screenshot();
        await exercise.press('g');
        await expectReport(exercise, 'cpu');
        expect(exercise.inLink('device')).toBe('cpu');
        const onCpu = await exercise.stage.screenshot();
        const { share, colours } = await compare(page, onGpu, onCpu);
        expect(colours, 'something is drawn').toBeGreaterThan(8);
        expect(share, 'pixels that differ').toBeLessThan(0.005);

        await exercise.root.getByRole('radio', { name: 'GPU' }).click();
        await exercise.ready();
        await expectReport(exercise, 'gpu');
        const again = await compare(page, onGpu, await exercise.stage.screenshot());
        expect(again.share, 'the same device draws the same').toBe(0);
        await exercise.root.getByRole('radio', { name: 'GPU' }).press('ArrowRight');
        await exercise.ready();
        await expect(exercise.root).toHaveAttribute('data-device', 'cpu');
      },
    );

    test(
      'sizes and words that cannot be are refused beside their field',
      { tag: '@cpu' },
      async ({ page }) => {
        const exercise = new ExercisePage(page, number);
        await exercise.open('tab=scale&device=cpu');
        // The reader's own expression or kernel has fields of its own.
        for (const select of await exercise.root
          .locator('.toolbar select:has([value=own])')
          .all()) {
          await select.selectOption('own');
          await exercise.ready();
        }
        const fields = exercise.root.locator('.toolbar input[name][type="text"]');
        const picture = await exercise.stage.screenshot();
        const start = await exercise.values();
        for (const field of await fields.all()) {
          const name = (await field.getAttribute('name'))!;
          const isNumber = await field.evaluate((element) => element.matches('.number'));
          const wrong = isNumber
            ? ['99999999999', '0', '-1', 'many', '', '1e999', 'NaN']
            : ['', 'x +', 'alert(1)', 'x.constructor', '<b>x</b>', '('.repeat(500)];
          for (const text of wrong) {
            await field.fill(text);
            await exercise.ready();
            expect(await exercise.fault(name), `${name}=${text}`).toMatch(/^\p{L}.{8,}[.?!]$/u);
            await expect(exercise.root.locator('output[name="agreement"]')).toBeVisible();
          }
          await field.fill(start[name]);
          await exercise.ready();
          expect(await exercise.fault(name)).toBe('');
        }
        await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
        await exercise.ready();
        const { share } = await compare(page, picture, await exercise.stage.screenshot());
        expect(share, 'the last good picture stays').toBeLessThan(0.001);
      },
    );

    test(
      'is busy from the change to the new picture, and the latest change wins',
      { tag: '@cpu' },
      async ({ page }) => {
        test.slow();
        const exercise = new ExercisePage(page, number);
        await exercise.open('tab=scale&device=cpu');
        const slider = exercise.root.locator('.toolbar input[type="range"]').first();
        await expect(slider).toBeVisible();
        const busy = await slider.evaluate((element) => {
          const range = element as HTMLInputElement;
          const root = element.closest('unfold-exercise')!;
          return ['100', '200', '50', '0'].map((value) => {
            range.value = value;
            range.dispatchEvent(new Event('input', { bubbles: true }));
            return root.getAttribute('aria-busy');
          });
        });
        expect(new Set(busy)).toEqual(new Set(['true']));
        await slider.dispatchEvent('change');
        await exercise.ready();
        await expectReport(exercise, 'cpu');
        const [link, values] = [exercise.hash, await exercise.values()];
        const picture = await exercise.stage.screenshot();
        await exercise.open(link.split('?')[1]);
        expect(await exercise.values()).toEqual(values);
        const { share } = await compare(page, picture, await exercise.stage.screenshot());
        expect(share, 'what a link to it opens').toBeLessThan(0.001);
      },
    );
  });
}
