// Steps unfold one by one, by every way there is, and answers stand from their step on.
import type { Page } from '@playwright/test';
import { ExercisePage } from './exercise';
import { expect, sizes, test } from './one-page';
import { fixture } from './scenes';

/** The numbers of a text as a reader sees them, without the zeros that a shorter form leaves out. */
function numbersIn(text: string): string[] {
  const plain = text.replaceAll('−', '-').replaceAll('\u2009', '');
  return (plain.match(/-?(?:\d+(?:\.\d+)?(?:e-?\d+)?|∞)/g) ?? []).map((number) =>
    /[e∞]/.test(number) ? number : String(Number(number)),
  );
}

/** Numbers nobody writes by chance: three decimals, the last not 0. */
const telling = (text: string): string[] =>
  numbersIn(text).filter((number) => /\.\d\d[1-9]$/.test(number));

/** What can be seen of an element, formulas included, without their copies for screen readers. */
async function seenText(page: Page, selector: string): Promise<string> {
  return page.locator(selector).evaluateAll((elements) => {
    const texts: string[] = [];
    for (const element of elements) {
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const parent = node.parentElement!;
        const copy = parent.closest('.katex-mathml, .sr-only, output');
        if (!copy && parent.checkVisibility({ opacityProperty: true })) {
          texts.push(node.textContent ?? '');
        }
      }
    }
    return texts.join(' ');
  });
}

for (const { number, expected } of [fixture]) {
  test.describe(number, () => {
    test('opens folded, and each step shows itself and its answers', async ({ page }) => {
      const exercise = new ExercisePage(page, number);
      await exercise.open();
      const count = await exercise.stepCount();
      expect(count).toBeGreaterThan(1);
      await exercise.expectStep(0);
      const names = Object.keys(expected.answers);
      const folded = await exercise.answers();
      expect(Object.keys(folded).sort()).toEqual([...names].sort());
      expect(names.filter((name) => folded[name]?.visible)).toEqual([]);

      // Nothing on the page gives an answer away before its step.
      const early = numbersIn(await seenText(page, '.reading, .picture-stage'));
      for (const name of names) {
        for (const value of telling(folded[name].text)) expect(early).not.toContain(value);
      }

      let before = new Set<string>();
      for (let step = 1; step <= count; step += 1) {
        await exercise.press('ArrowRight');
        await exercise.expectStep(step);
        const answers = await exercise.answers();
        const visible = new Set(names.filter((name) => answers[name]?.visible));
        for (const name of before) expect(visible, 'an answer stays').toContain(name);
        // What is shown now stands in a line of the steps shown.
        const lines = numbersIn(await seenText(page, 'li[data-step]:not([hidden])'));
        for (const name of visible) {
          for (const value of telling(answers[name].text)) {
            expect(lines, `${name} at step ${step}`).toContain(value);
          }
        }
        before = visible;
      }
      const last = await exercise.answers();
      expect(await exercise.asWritten(expected.answers)).toEqual(expected.answers);
      expect(names.filter((name) => !last[name]?.visible)).toEqual([]);

      for (const [name, { text, data }] of Object.entries(last)) {
        expect(data).toBe(folded[name].data);
        // Words, lines and programs are no numbers.
        if (/[a-z]{3}/.test(data.replaceAll('Infinity', ''))) continue;
        expect(data, `${name} in plain digits`).toMatch(
          /^(?:-?(?:[\d.]+(?:e-?\d+)?|Infinity)|[,;])+$/,
        );
        // The text is the value, rounded.
        const values = data.split(/[,;]/).map(Number);
        const shown = numbersIn(text).map((number) => Number(number.replace('∞', 'Infinity')));
        expect(shown.length).toBe(values.length);
        shown.forEach((x, i) => {
          if (x === values[i]) return;
          const close = Math.max(0.000_500_1, Math.abs(values[i]) * 0.005);
          expect(Math.abs(x - values[i])).toBeLessThanOrEqual(close);
        });
      }
    });

    test('goes on, back and home by keys, buttons and the line of time', async ({ page }) => {
      const exercise = new ExercisePage(page, number);
      await exercise.open();
      const count = await exercise.stepCount();
      const at = async (step: number): Promise<void> => {
        await exercise.ready();
        await exercise.expectStep(step);
      };
      await exercise.press('Space', 'PageDown');
      await at(2);
      await exercise.press('ArrowLeft');
      await at(1);
      await exercise.press('PageUp');
      await at(0);
      await exercise.press('ArrowLeft');
      await at(0);
      await exercise.click('One step on');
      await exercise.click(/^Unfold step 2/);
      await at(2);
      await exercise.click('One step back');
      await at(1);
      await exercise.click('Fold everything');
      await at(0);
      await page.keyboard.press('ArrowRight');
      await exercise.press('Home');
      await at(0);

      const line = exercise.root.getByRole('slider', { name: 'Step of the solution' });
      await line.press('ArrowRight');
      await at(1);
      await line.press('End');
      await at(count);
      await line.press('ArrowRight');
      await at(count);
      await line.press('Home');
      await at(0);
      const box = (await line.boundingBox())!;
      const x = (step: number) => box.x + (box.width * step) / count;
      await page.mouse.move(x(0), box.y + box.height / 2);
      await page.mouse.down();
      await page.mouse.move(x(1.5), box.y + box.height / 2, { steps: 4 });
      await exercise.ready();
      expect(await exercise.step()).toBe(1);
      await page.mouse.move(x(2) + 1, box.y + box.height / 2, { steps: 2 });
      await page.mouse.up();
      await at(2);
    });

    test('the picture moves with time and can be drawn at any time without what came before', async ({
      page,
    }) => {
      const exercise = new ExercisePage(page, number);
      await exercise.open();
      const count = await exercise.stepCount();
      const forwards = [await exercise.drawn()];
      for (let step = 1; step <= count; step += 1) {
        await exercise.press('ArrowRight');
        forwards.push(await exercise.drawn());
      }
      expect(new Set(forwards).size, 'steps that show something').toBeGreaterThan(count / 2);
      for (const step of [count - 1, 1, 0]) {
        await exercise.open(`step=${step}`);
        expect(await exercise.drawn(), `step ${step}`).toBe(forwards[step]);
      }
    });
  });
}

test('plays at its speed, pauses, goes on to the end and starts anew', async ({ page }) => {
  const exercise = new ExercisePage(page, fixture.number);
  await exercise.open();
  const count = await exercise.stepCount();
  const speed = exercise.root.getByRole('combobox', { name: 'Speed' });
  // Slow enough that a busy machine can pause it on its way.
  await speed.selectOption('0.5');
  await exercise.root.getByRole('button', { name: 'Play' }).click();
  await expect.poll(() => exercise.step()).toBeGreaterThan(0);
  await exercise.click('Pause');
  const paused = await exercise.step();
  const picture = await exercise.drawn();
  // The reader went away from where it began, in one change that back undoes.
  await page.waitForTimeout(400);
  expect(await exercise.step()).toBe(paused);
  expect(await exercise.drawn()).toBe(picture);

  await speed.selectOption('2');
  await exercise.root.getByRole('button', { name: 'Play' }).click();
  // The button turns with the next frame: without this, the one just pressed would do.
  await expect(exercise.root.getByRole('button', { name: 'Pause' })).toBeVisible();
  await expect(exercise.root.getByRole('button', { name: 'Play' })).toBeVisible({
    timeout: 20_000,
  });
  await exercise.ready();
  await exercise.expectStep(count);
  await speed.selectOption('0.5');
  await exercise.root.getByRole('button', { name: 'Play' }).click();
  await expect.poll(() => exercise.step()).toBeLessThan(count);
  await exercise.press('Home');
  await exercise.expectStep(0);
});

test('a link for homework keeps the solution and its answers folded away, and says so', async ({
  page,
}) => {
  const exercise = new ExercisePage(page, fixture.number);
  await exercise.open('solution=hidden&step=2');
  const solution = page.locator('unfold-solution');
  await expect(solution.locator('.folded-away')).toContainText('no secret');
  await expect(solution.getByRole('button')).toHaveCount(0);
  await exercise.press('ArrowRight');
  // Longer than folded steps wait for before they are written.
  await page.waitForTimeout(500);
  await expect(solution.locator('li:visible, .say')).toHaveCount(0);
  const answers = Object.values(await exercise.answers());
  expect(answers.filter(({ visible }) => visible)).toEqual([]);
});

test('on a phone the whole picture, small, stays with the step that is read', async ({ page }) => {
  const exercise = new ExercisePage(page, fixture.number);
  await exercise.open('step=99', { size: sizes.phone });
  await exercise.press('ArrowLeft');
  const picture = exercise.root.locator('.picture-stage svg.picture');
  const inPlace = (await picture.boundingBox())!;
  const pageHeight = await page.evaluate(() => document.documentElement.scrollHeight);

  await exercise.press('ArrowRight');
  const step = exercise.root.locator('[aria-current="step"]');
  await step.evaluate((item) => item.scrollIntoView({ block: 'start' }));
  await expect.poll(async () => (await picture.boundingBox())!.height).toBeLessThan(inPlace.height);
  const [small, text] = [(await picture.boundingBox())!, (await step.boundingBox())!];
  expect(small.y).toBeCloseTo(0, 0);
  expect(small.y + small.height).toBeLessThanOrEqual(text.y);
  await expect(step).toBeInViewport({ ratio: 1 });
  await expect(exercise.root.locator('.picture-stage [data-highlighted]').first()).toBeInViewport();

  // Nothing has moved for it, and at the top of the page it stands in its place again.
  await page.evaluate(() => scrollTo(0, 0));
  await expect.poll(async () => (await picture.boundingBox())!.height).toBe(inPlace.height);
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeGreaterThanOrEqual(
    pageHeight,
  );
});
