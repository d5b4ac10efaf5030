// The page to train on, on the graphics device.
import { expect, open, ready, test } from './fixtures';

test('train: goes on by itself when the device is lost', async ({ page }) => {
  await page.addInitScript(() => {
    const { requestDevice } = GPUAdapter.prototype;
    GPUAdapter.prototype.requestDevice = async function (descriptor) {
      const device = await requestDevice.call(this, descriptor);
      addEventListener('lose-device', () => device.destroy(), { once: true });
      return device;
    };
  });
  await open(page, '#/train?device=gpu&step=20');
  await page.evaluate(() => dispatchEvent(new Event('lose-device')));
  await expect(page.getByText('is back. The training goes on after step 20.')).toBeVisible();
  await ready(page);
  await page.getByRole('button', { name: 'One step on' }).click();
  await expect(page.locator('.reading b').first()).toHaveText('21');
});
