// What breaks is said in the place where it would have stood, and the rest of the page goes on.
import { ExercisePage } from './exercise';
import { expect, ready, test } from './fixtures';
import { fixture, scenesAtScale } from './scenes';

const { number } = fixture;

test('an exercise that does not arrive is said, with a report to copy', async ({
  page,
  context,
  consoleErrors,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.route('**/assets/scene-*.js', (route) => route.abort());
  await page.goto(`./#/${number}`);
  await ready(page);
  await expect(page.getByRole('alert')).toHaveText('This exercise could not be opened.');
  await page.getByRole('button', { name: 'Copy report' }).click();
  const report = await page.evaluate(() => navigator.clipboard.readText());
  expect(report).toContain(`Link: #/${number}`);
  expect(report).toContain('Browser: ');
  expect(consoleErrors.splice(0).length, 'and in the console').toBeGreaterThan(0);

  // The contents still open, and so does the exercise once it arrives.
  await page.unroute('**/assets/scene-*.js');
  await page.reload();
  await ready(page);
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('a Worker that does not arrive is said, and the exercise by hand goes on', async ({
  page,
  consoleErrors,
}) => {
  await page.route('**/assets/worker-*.js', (route) => route.abort());
  const exercise = new ExercisePage(page, number);
  await exercise.open('tab=scale&device=cpu');
  await expect(exercise.root.locator('.status [role="alert"]')).toContainText('Worker');
  await exercise.root.getByRole('tab', { name: 'By hand' }).click();
  // Arrow keys belong to the tabs while one is in focus.
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await exercise.press('ArrowRight');
  await exercise.expectStep(1);
  // The browser itself says what it could not load.
  expect(consoleErrors.splice(0).every((error) => /Failed to load resource/.test(error))).toBe(
    true,
  );
});

/** What the browser itself says of scripts it could not load is no error of the page. */
function expectOnlyRefusals(consoleErrors: string[]): void {
  expect(consoleErrors.splice(0).filter((error) => !/Failed to load resource/.test(error))).toEqual(
    [],
  );
}

test('the code of all exercises that does not arrive is said, and asked for again', async ({
  page,
  consoleErrors,
}) => {
  const scripts = '**/assets/exercise-*.js';
  await page.route(scripts, (route) => route.abort());
  await page.goto(`./#/${number}`);
  await ready(page);
  await expect(page.getByRole('alert')).toHaveText('The exercises could not be loaded.');
  expectOnlyRefusals(consoleErrors);
  await page.unroute(scripts);
  await page.getByRole('button', { name: 'Try again' }).click();
  await ready(page, 'unfold-exercise');
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('a page whose server is gone stays when it is tried again', async ({
  page,
  consoleErrors,
}) => {
  await page.route('**/assets/exercise-*.js', (route) => route.abort());
  await page.goto(`./#/${number}`);
  await ready(page);
  await page.route('**/*', (route) => route.abort());
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect.poll(() => consoleErrors.length).toBeGreaterThan(2);
  await expect(page.getByRole('alert')).toHaveText('The exercises could not be loaded.');
  expectOnlyRefusals(consoleErrors);
});

test('programs that do not arrive are said on the Code tab, and asked for again', async ({
  page,
  consoleErrors,
}) => {
  const exercise = new ExercisePage(page, scenesAtScale[0].number);
  await exercise.open();
  await page.route('**/assets/*.js', (route) => route.abort());
  await exercise.root.getByRole('tab', { name: 'Code' }).click();
  await exercise.ready();
  const notice = exercise.root.locator('unfold-code .failure');
  await expect(notice.getByRole('alert')).toHaveText('The programs at scale could not be loaded.');
  await expect(exercise.root.locator('unfold-code .listing').first()).toBeVisible();
  expectOnlyRefusals(consoleErrors);
  await page.unroute('**/assets/*.js');
  await notice.getByRole('button', { name: 'Try again' }).click();
  await expect(exercise.root.locator('unfold-code .twins').first()).toBeVisible();
  await expect(notice).toHaveCount(0);
});

test('a Worker that did not arrive is asked for again', async ({ page, consoleErrors }) => {
  const scripts = '**/assets/shared-*.js';
  await page.route(scripts, (route) => route.abort());
  const exercise = new ExercisePage(page, scenesAtScale[0].number);
  await exercise.open('tab=scale&device=cpu');
  const status = exercise.root.locator('.status');
  await expect(status.getByRole('alert')).toContainText('did not load');
  expectOnlyRefusals(consoleErrors);
  await page.unroute(scripts);
  await status.getByRole('button', { name: 'Try again' }).click();
  await exercise.ready();
  await expect(status.getByRole('alert')).toHaveCount(0);
  await expect(exercise.root.locator('output[name="agreement"]')).toBeVisible();
});

test('a page whose own scripts do not arrive is not blank', async ({ page, consoleErrors }) => {
  await page.route('**/assets/index-*.js', (route) => route.abort());
  await page.goto('./');
  await expect(page.getByRole('heading', { name: 'Unfold has not started' })).toBeVisible();
  expectOnlyRefusals(consoleErrors);
});

test('nor is one in a browser without scripts', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(baseURL!);
  await expect(page.getByRole('heading', { name: 'Unfold has not started' })).toBeVisible();
  await context.close();
});

test('presenting in a frame that may not fill the screen makes no complaint', async ({ page }) => {
  const body = `<iframe src="./#/${number}" allow="fullscreen 'none'" width="1200" height="700"></iframe>`;
  await page.route('**/lesson.html', (route) => route.fulfill({ contentType: 'text/html', body }));
  await page.goto('./lesson.html');
  const root = page.frameLocator('iframe').locator('unfold-exercise');
  await expect(root).toHaveAttribute('aria-busy', 'false');
  await root.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('p');
  await expect(root).toHaveAttribute('data-present');
});
