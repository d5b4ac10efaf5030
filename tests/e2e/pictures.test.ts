// Every scene as a picture. A change of picture is looked at before its baseline moves.
import type { Page, TestInfo } from '@playwright/test';
import { ExercisePage } from './exercise';
import { expect, open, sizes, test } from './fixtures';
import type { Opening } from './fixtures';
import { hasScale, oneScene, scenes } from './scenes';

/** One baseline for both browsers: it is drawn in the one that can draw everything. */
const onlyWebGpu = ({ project }: TestInfo): void =>
  test.skip(project.name !== 'webgpu', 'pictures are taken in the browser with WebGPU');

/** Puts a fixed number where a measured one stands: no two runs take the same time. */
async function stopTimings(page: Page): Promise<void> {
  await page.evaluate(() => {
    const status = document.querySelector('unfold-scale .status');
    if (!status) return;
    const fixed = (element: Element | null | undefined): void => {
      const walker = document.createTreeWalker(element!, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        node.textContent = node.textContent!.replace(
          /\d[\d.,]*( (thousand|million|billion))?/,
          '10',
        );
      }
    };
    fixed(status.querySelector('output[name="elapsed"]'));
    const rate = [...status.children].find(({ textContent }) => / a second/.test(textContent));
    fixed(rate);
  });
}

async function expectPicture(page: Page, name: string): Promise<void> {
  await page.mouse.move(0, 0);
  await stopTimings(page);
  await expect.soft(page).toHaveScreenshot(`${name}.png`);
}

for (const scene of scenes) {
  const { number } = scene;
  test(`${number} at every step of its way`, async ({ page }, info) => {
    onlyWebGpu(info);
    test.slow();
    const exercise = new ExercisePage(page, number);
    await exercise.open();
    await expectPicture(page, `${number}-learner`);
    const count = await exercise.stepCount();
    const middle = Math.ceil(count / 2);
    const shots: Record<string, { query: string; opening?: Opening }> = {
      middle: { query: `step=${middle}` },
      end: { query: `step=${count}` },
      dark: { query: `step=${middle}`, opening: { theme: 'dark' } },
      presenting: {
        query: `step=${middle}&present=1`,
        opening: { theme: 'light', size: sizes.projector },
      },
      phone: { query: `step=${middle}`, opening: { size: sizes.phone } },
    };
    for (const [name, { query, opening }] of Object.entries(shots)) {
      await exercise.open(query, opening);
      await expectPicture(page, `${number}-${name}`);
    }
  });

  test(`${number} at scale`, async ({ page }, info) => {
    onlyWebGpu(info);
    test.skip(!hasScale(scene), 'it has no program at scale');
    test.slow();
    const exercise = new ExercisePage(page, number);
    for (const device of ['cpu', 'gpu']) {
      await exercise.open(`tab=scale&device=${device}`);
      await expect(exercise.root).toHaveAttribute('data-device', device);
      await expectPicture(page, `${number}-scale-${device}`);
    }
  });
}

test('the contents page', async ({ page }, info) => {
  onlyWebGpu(info);
  await open(page, '#/', { theme: 'light' });
  await expectPicture(page, 'contents');
  await open(page, '#/', { theme: 'dark' });
  await expectPicture(page, 'contents-dark');
  await open(page, '#/', { theme: 'light', size: sizes.phone });
  await expectPicture(page, 'contents-phone');
});

test('the tolerance lets no moved label and no recoloured cell through', async ({ page }, info) => {
  onlyWebGpu(info);
  const exercise = new ExercisePage(page, oneScene.number);
  const name = `${oneScene.number}-learner.png`;
  const changes = {
    'a label moved by 3 px': (svg: Element) => {
      const label = [...svg.querySelectorAll<SVGElement>('text')].find(
        (text) => /^\p{L}{3,}/u.test(text.textContent ?? '') && text.checkVisibility(),
      );
      label!.style.translate = '3px 0';
    },
    'a cell of another colour': (svg: Element) => {
      svg.querySelector<SVGElement>('.cell-box')!.style.fill =
        'color-mix(in srgb, var(--role-gradient) 26%, var(--cell))';
    },
  };
  for (const [what, change] of Object.entries(changes)) {
    await exercise.open();
    await expect(page, 'nothing changed').toHaveScreenshot(name);
    await exercise.picture.locator('svg').first().evaluate(change);
    await expect(page, what).not.toHaveScreenshot(name);
  }
});
