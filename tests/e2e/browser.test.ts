// The tools of this suite, held to what the other tests take for granted.
import { expectAccessible, accessibilityFindings } from './accessibility';
import { hideGpu } from './gpu';
import { expect, test } from './fixtures';

/** Under the strictest policy that lets a page's own scripts in, where WebGPU may be (a secure origin). */
const body = '<!doctype html><html lang="en"><title>A page</title><main><h1>A page</h1>%</main>';
const policy = { 'content-security-policy': "default-src 'none'; script-src 'self'" };

test.beforeEach(async ({ context }) => {
  await context.route('**/blank', (route) =>
    route.fulfill({ contentType: 'text/html', headers: policy, body: body.replace('%', '') }),
  );
  const faults = { nameless: '<input>', pale: '<font color="#bbb">Words</font>' };
  for (const [name, fault] of Object.entries(faults)) {
    await context.route(`**/${name}`, (route) =>
      route.fulfill({
        contentType: 'text/html',
        headers: policy,
        body: body.replace('%', fault),
      }),
    );
  }
});

function adapterIsThere(): Promise<boolean | undefined> {
  return Promise.resolve(navigator.gpu?.requestAdapter().then((adapter) => adapter !== null));
}

test('the webgpu browser has an adapter, and the cpu browser has none', async ({ page }, {
  project,
}) => {
  await page.goto('./blank');
  expect(await page.evaluate(adapterIsThere)).toBe(project.name === 'webgpu');
});

test(
  'WebGPU can be taken away, as a whole or its adapter',
  { tag: '@webgpu' },
  async ({ page, context }) => {
    await hideGpu(page, 'no adapter');
    await page.goto('./blank');
    expect(await page.evaluate(adapterIsThere)).toBe(false);

    const other = await context.newPage();
    await hideGpu(other, 'absent');
    await other.goto(page.url());
    expect(await other.evaluate(() => navigator.gpu)).toBeUndefined();
  },
);

test(
  'an error on the console is noticed, and so is one that nobody caught',
  { tag: '@cpu' },
  async ({ page, consoleErrors }) => {
    await page.goto('./blank');
    await page.evaluate(() => {
      console.error('written');
      setTimeout(() => {
        throw new Error('thrown');
      });
    });
    await expect.poll(() => consoleErrors.length).toBe(2);
    expect(consoleErrors.join()).toMatch(/written.*thrown/s);
    consoleErrors.length = 0;
  },
);

test(
  'axe finds a field without a name, and nothing where there is none',
  { tag: '@cpu' },
  async ({ page }) => {
    await page.goto('./blank');
    await expectAccessible(page);
    await page.goto('./nameless');
    expect(await accessibilityFindings(page)).toEqual([expect.stringMatching(/^label: /)]);
    expect(await accessibilityFindings(page, { onlyColour: true })).toEqual([]);
    await page.goto('./pale');
    const pale = [expect.stringMatching(/^color-contrast: /)];
    expect(await accessibilityFindings(page)).toEqual(pale);
    expect(await accessibilityFindings(page, { onlyColour: true })).toEqual(pale);
  },
);
