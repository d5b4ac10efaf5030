// The handout: the problem with lines to write on, and the solution on a page of its own.
import { ExercisePage } from './exercise';
import { expect, sizes, test } from './one-page';
import { fixture } from './scenes';

for (const { number, expected } of [fixture]) {
  test(`${number}: prints the problem, room to write, and the whole solution overleaf`, async ({
    page,
  }) => {
    const exercise = new ExercisePage(page, number);
    // Dark and half unfolded: paper is white, and the handout is the same at every step.
    await exercise.open('step=1', { theme: 'dark' });
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));

    await expect(exercise.root.getByRole('heading', { level: 1 })).toBeVisible();
    for (const given of await exercise.givens.all()) await expect(given).toBeVisible();
    for (const step of await exercise.steps.all()) {
      await expect(step).toBeVisible();
      expect((await step.textContent())!.trim().length).toBeGreaterThan(20);
    }
    await expect(page.getByRole('banner')).toBeHidden();
    await expect(exercise.picture).toBeVisible();
    const pressed = await exercise.root.getByRole('button').all();
    for (const button of pressed) await expect(button).toBeHidden();
    const outputs = await exercise.answers();
    const given = Object.entries(outputs).filter(([, { visible }]) => visible);
    const predicted = await exercise.root
      .locator('unfold-predictions .answer')
      .evaluateAll((rows) => rows.map((row) => (row as HTMLElement).dataset.part));
    expect(given.map(([name]) => name).filter((name) => predicted.includes(name))).toEqual([]);
    expect(Object.keys(expected.answers)).toEqual(expect.arrayContaining(predicted));

    const handout = await page.evaluate(() => {
      const lines = [...document.querySelectorAll('.attempt')].map((attempt) =>
        [...attempt.querySelectorAll('input:not([type="radio"]), select')].map((field) => {
          const { color, borderBottomStyle } = getComputedStyle(field);
          const { width, height } = field.getBoundingClientRect();
          return { color, borderBottomStyle, wide: width > 50, high: height > 30 };
        }),
      );
      const columns = [...document.querySelectorAll<HTMLElement>('.reading, unfold-exercise')];
      return {
        lines,
        break: getComputedStyle(document.querySelector('unfold-solution')!).breakBefore,
        paper: getComputedStyle(document.body).backgroundColor,
        root: getComputedStyle(document.documentElement).backgroundColor,
        cut: columns.filter(({ scrollHeight, clientHeight }) => scrollHeight > clientHeight + 1)
          .length,
      };
    });
    expect(handout.lines.length).toBe(predicted.length);
    // Empty lines, as many as the answer has numbers, whatever was written on the page.
    for (const line of handout.lines.flat()) {
      expect(line).toEqual({
        color: 'rgba(0, 0, 0, 0)',
        borderBottomStyle: 'solid',
        wide: true,
        high: true,
      });
    }
    const fields = handout.lines.map((line) => line.length).filter((count) => count > 0);
    expect(fields).toEqual([3, 1, 4, 1, 2]);
    expect(handout).toMatchObject({ break: 'page', root: 'rgb(255, 255, 255)', cut: 0 });

    // On paper: the first sheet asks, the solution begins on the next.
    const sheets = (await page.pdf({ format: 'A4' })).toString('latin1').match(/\/Type \/Page\b/g);
    expect(sheets?.length).toBeGreaterThanOrEqual(2);
  });
}

test('a presentation prints the same handout, with the picture before the first step', async ({
  page,
}) => {
  const exercise = new ExercisePage(page, fixture.number);
  const handout = async (query: string): Promise<string> => {
    await exercise.open(query);
    await page.emulateMedia({ media: 'print' });
    await exercise.ready();
    await expect(exercise.root.locator('.given.idle')).toBeHidden();
    const printed = await exercise.root.locator('.exercise').ariaSnapshot();
    expect(await exercise.root.locator('.problem-text input').count()).toBeGreaterThan(4);
    const drawn = await exercise.drawn();
    await page.emulateMedia({ media: null });
    return printed + drawn;
  };
  const folded = await handout('');
  expect(await handout('step=3')).toBe(folded);
  expect(await handout('step=3&present=1')).toBe(folded);
  expect(await handout('tab=code')).toBe(folded);
});

test('a phone prints the picture in its place, although it stays with the step on the screen', async ({
  page,
}) => {
  const exercise = new ExercisePage(page, fixture.number);
  await exercise.open('step=99', { size: sizes.phone });
  await exercise.root.locator('[aria-current="step"]').evaluate((step) => step.scrollIntoView());
  await expect(exercise.root).toHaveAttribute('data-companion');
  const positions = () =>
    exercise.root
      .locator('.panel-hand, svg.picture')
      .evaluateAll((all) => all.map((element) => getComputedStyle(element).position));
  expect(await positions()).toEqual(['sticky', 'absolute']);
  await page.emulateMedia({ media: 'print' });
  expect(await positions()).toEqual(['relative', 'static']);
  await page.emulateMedia({ media: null });
});
