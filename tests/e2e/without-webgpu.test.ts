// No WebGPU, four ways: each says which, the CPU goes on, and no page stays blank.
import type { Page } from '@playwright/test';
import { compare } from './compare';
import { ExercisePage } from './exercise';
import { expect, ready, test } from './fixtures';
import { fixture } from './scenes';

const sentences = {
  absent: /This browser has no WebGPU/,
  'no adapter': /no graphics adapter/,
  insecure: /insecure .*HTTPS or .*localhost/,
  lost: /device was lost/,
  'no answer': /did not answer within 5 seconds/,
  'not loaded': /program for the graphics device did not arrive/,
  refused: /could not do what was asked of it/,
};

/** Holds that the CPU computes, that the page says why, and that the picture is the CPU's own. */
async function expectCpu(exercise: ExercisePage, why: keyof typeof sentences): Promise<void> {
  const { root, page } = exercise;
  await expect(root).toHaveAttribute('data-device', 'cpu');
  const status = root.locator('.status');
  await expect(status).toContainText(sentences[why]);
  const others = Object.entries(sentences).filter(([name]) => name !== why);
  for (const [, other] of others) await expect(status).not.toContainText(other);
  const asked = await exercise.stage.screenshot();
  expect((await compare(page, asked, asked)).colours).toBeGreaterThan(8);
  expect(exercise.inLink('device'), 'the request is kept').toBe('gpu');
  await expect(root.locator('output[name="agreement"]')).toBeVisible();
}

for (const { number } of [fixture]) {
  for (const gpu of ['absent', 'no adapter'] as const) {
    // Without a device to hide, "absent" would be the same once more.
    const tag = gpu === 'absent' ? '@webgpu' : [];
    test(`${number}: ${gpu}`, { tag }, async ({ page }) => {
      const exercise = new ExercisePage(page, number);
      await exercise.open('tab=scale&device=gpu', { gpu });
      await expectCpu(exercise, gpu);
      await exercise.root.getByRole('tab', { name: 'By hand' }).click();
      await exercise.press('PageDown');
      expect(await exercise.step()).toBe(1);
    });
  }

  test(
    `${number}: a device lost in the middle is asked for again, and the page goes on`,
    { tag: '@webgpu' },
    async ({ page }) => {
      test.slow();
      await page.addInitScript(() => {
        const devices: GPUDevice[] = [];
        Object.assign(window, { devices });
        const request = GPUAdapter.prototype.requestDevice;
        GPUAdapter.prototype.requestDevice = async function (descriptor) {
          const device = await request.call(this, descriptor);
          devices.push(device);
          return device;
        };
      });
      const lose = () =>
        page.evaluate(() => {
          const { devices } = window as unknown as { devices: GPUDevice[] };
          devices.at(-1).destroy();
          return devices.length;
        });
      const count = () =>
        page.evaluate(() => (window as unknown as { devices: GPUDevice[] }).devices.length);
      const exercise = new ExercisePage(page, number);
      await exercise.open('tab=scale&device=gpu');
      await expect(exercise.root).toHaveAttribute('data-device', 'gpu');
      // What the page says of the loss takes a line more, and pictures are compared at one size.
      await page.addStyleTag({ content: '.scale-stage { flex: none; height: 400px }' });
      await page.waitForTimeout(300);
      await exercise.ready();
      const picture = await exercise.stage.screenshot();

      const before = await lose();
      const status = exercise.root.locator('.status');
      await expect(status).toContainText(/lost/, { timeout: 30_000 });
      await exercise.ready();
      expect(await count(), 'asked for again').toBeGreaterThan(before);
      await expect(exercise.root).toHaveAttribute('data-device', 'gpu');
      const again = await compare(page, picture, await exercise.stage.screenshot());
      expect(again.share, 'the same picture from the new device').toBeLessThan(0.005);

      // And when it is not to be had again, the CPU takes over.
      await page.evaluate(() => {
        GPU.prototype.requestAdapter = () => Promise.resolve(null);
      });
      await lose();
      await expect(exercise.root).toHaveAttribute('data-device', 'cpu', { timeout: 30_000 });
      await exercise.ready();
      await expectCpu(exercise, 'lost');
      const onCpu = await compare(page, picture, await exercise.stage.screenshot());
      expect(onCpu.share).toBeLessThan(0.005);
    },
  );
}

for (const asked of ['adapter', 'device'] as const) {
  test(
    `an ${asked} that never comes`.replace('an device', 'a device'),
    { tag: '@webgpu' },
    async ({ page }) => {
      await page.addInitScript((what) => {
        const never = () => new Promise<never>(() => {});
        if (what === 'adapter') GPU.prototype.requestAdapter = never;
        else GPUAdapter.prototype.requestDevice = never;
      }, asked);
      const exercise = new ExercisePage(page, fixture.number);
      await exercise.open('tab=scale&device=gpu');
      await expectCpu(exercise, 'no answer');
    },
  );
}

test(
  'code for the device that does not arrive',
  { tag: '@webgpu' },
  async ({ page, consoleErrors }) => {
    await page.route('**/assets/gpu-*.js', (route) => route.abort());
    const exercise = new ExercisePage(page, fixture.number);
    await exercise.open('tab=scale&device=gpu');
    await expectCpu(exercise, 'not loaded');
    expect(consoleErrors.splice(0).every((error) => /Failed to load resource/.test(error))).toBe(
      true,
    );
  },
);

for (const [name, refuse] of Object.entries({
  'a pipeline that is refused': () => {
    GPUDevice.prototype.createComputePipeline = () => {
      throw new TypeError('no');
    };
  },
  'a readback that is rejected': () => {
    GPUBuffer.prototype.mapAsync = () => Promise.reject(new DOMException('no', 'OperationError'));
  },
})) {
  test(`${name} leaves the CPU, at its first try`, { tag: '@webgpu' }, async ({ page }) => {
    await page.addInitScript(refuse);
    const exercise = new ExercisePage(page, fixture.number);
    await exercise.open('tab=scale&device=gpu');
    await expectCpu(exercise, 'refused');
    await expect(exercise.root.getByRole('alert')).toHaveCount(0);
  });
}

/** Serves the app under another origin, one that browsers do not hold to be secure. */
async function serveInsecurely(page: Page, from: string): Promise<string> {
  const host = '192.168.0.1';
  const origin = `http://${host}`;
  await page.context().route(`${origin}/**`, async (route) => {
    const url = route.request().url().replace(origin, new URL(from).origin);
    const headers = { ...route.request().headers(), host };
    await route.fulfill({ response: await route.fetch({ url, headers }) });
  });
  return origin;
}

test('over an insecure origin', { tag: '@webgpu' }, async ({ page, baseURL }) => {
  const { number } = fixture;
  const origin = await serveInsecurely(page, baseURL!);
  await page.goto(`${origin}/#/${number}?tab=scale&device=gpu`);
  await ready(page);
  expect(await page.evaluate(() => [isSecureContext, crossOriginIsolated])).toEqual([false, false]);
  const exercise = new ExercisePage(page, number);
  await expectCpu(exercise, 'insecure');
  // The clipboard is gone too: the link is shown to be copied by hand.
  await exercise.root.getByRole('tab', { name: 'By hand' }).click();
  await exercise.click('Copy link');
  await expect(page.getByLabel('Copy it by hand:')).toHaveValue(page.url());
});

test(
  'without WebGL either, a surface is drawn on a plain canvas',
  { tag: '@cpu' },
  async ({ page }) => {
    await page.addInitScript(() => {
      const getContext = HTMLCanvasElement.prototype.getContext as (kind: string) => unknown;
      Object.assign(HTMLCanvasElement.prototype, {
        getContext(kind: string) {
          return kind === 'webgl2' ? null : getContext.call(this, kind);
        },
      });
    });
    const exercise = new ExercisePage(page, '1.3');
    await exercise.open('tab=scale&device=cpu');
    await expect(exercise.root.getByRole('alert')).toHaveCount(0);
    const picture = await exercise.stage.screenshot();
    expect((await compare(page, picture, picture)).colours).toBeGreaterThan(100);
    await exercise.stage.press('ArrowLeft');
    const turned = await compare(page, picture, await exercise.stage.screenshot());
    expect(turned.share, 'it turns').toBeGreaterThan(0.05);
  },
);
