// What breaks is said in the place where it would have stood, and the rest of the page goes on.
import { ExercisePage } from './exercise';
import { expect, ready, test } from './fixtures';
import { oneScene } from './scenes';

const { number } = oneScene;

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
