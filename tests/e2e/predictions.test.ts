// Predictions are checked on Enter or by Check: right, rounded early, a slip, or a nudge.
import type { Locator } from '@playwright/test';
import { ExercisePage } from './exercise';
import { expect, test } from './one-page';
import { fixture } from './scenes';

/** Typed as on a keyboard: no typographic minus, no spaces. */
const typed = (text: string): string => text.replaceAll('−', '-').replaceAll(' ', '');

class PredictionField {
  readonly row: Locator;
  readonly verdict: Locator;

  constructor(
    private readonly exercise: ExercisePage,
    readonly name: string,
  ) {
    this.row = exercise.root.locator(`.answer:has([data-predict="${name}"])`);
    this.verdict = this.row.locator('.verdict');
  }

  /** The way to the step that answers it. */
  get nudge(): Locator {
    return this.row.getByRole('button', { name: /^Open step/ });
  }

  get control(): Locator {
    return this.row.locator('[data-predict]');
  }

  private get fields(): Locator {
    return this.row.locator('input, select, [role=gridcell][tabindex="0"]');
  }

  /** Whether it is a program, which holds for all givens. */
  async runs(): Promise<boolean> {
    return (await this.row.locator('[data-test]').count()) > 0;
  }

  /** Whether a value of this shape fits its cells. */
  async fits(text: string): Promise<boolean> {
    const count = await this.fields.count();
    return count <= 1 || (typed(text).match(/[^,;]+/g) ?? []).length === count;
  }

  /** Types into its fields; what is not typed is set as the public interface has it. */
  async write(text: string): Promise<void> {
    const fields = await this.row.locator('input:not([type=radio])').all();
    const entries = fields.length === 1 ? [typed(text)] : typed(text).split(/[,;]/);
    for (const [i, field] of fields.entries()) await field.fill(entries[i] ?? '');
    if (fields.length > 0) return;
    await this.control.evaluate((control, value) => {
      (control as HTMLSelectElement).value = value;
      for (const type of ['input', 'change']) {
        control.dispatchEvent(new Event(type, { bubbles: true }));
      }
    }, text);
  }

  /** The verdict on a prediction once Enter is pressed in it, and what is said of it. */
  async check(text: string): Promise<{ verdict: string | null; said: string }> {
    await this.write(text);
    await expect(this.row).not.toHaveAttribute('data-verdict');
    // In an editor Enter begins a line; on a line of an order it presses it.
    if ((await this.runs()) || (await this.fields.count()) === 0)
      await this.exercise.click('Check');
    else await this.fields.first().press('Enter');
    await this.exercise.ready();
    const verdict = await this.row.getAttribute('data-verdict');
    return { verdict, said: (await this.verdict.textContent())!.trim() };
  }
}

for (const { number, expected } of [fixture]) {
  test.describe(number, () => {
    const predicted = async (exercise: ExercisePage): Promise<PredictionField[]> => {
      const names = await exercise.root
        .locator('[data-predict]')
        .evaluateAll((fields) => fields.map((field) => field.getAttribute('data-predict') ?? ''));
      expect(names.length).toBeGreaterThan(0);
      expect(Object.keys(expected.answers)).toEqual(expect.arrayContaining(names));
      return names.map((name) => new PredictionField(exercise, name));
    };

    test('right is right, and says how close', async ({ page }) => {
      const exercise = new ExercisePage(page, number);
      await exercise.open();
      const answers = await exercise.answers();
      for (const field of await predicted(exercise)) {
        const truth = expected.answers[field.name];
        // Typed in full, or rounded as shown.
        for (const text of /\d/.test(truth) ? [answers[field.name].data, truth] : [truth]) {
          expect(await field.check(text)).toMatchObject({
            verdict: 'right',
            said: expect.stringMatching(/^Right/),
          });
        }
        const decimals = truth.split(/[,;] /).map((entry) => entry.split('.')[1]?.length ?? 0);
        if (/e/.test(truth) || Math.min(...decimals) < 3) continue;
        const early = truth.replace(/\d(?=$|[,;])/, (digit) =>
          String(Number(digit) + (digit > '7' ? -1 : 1)),
        );
        expect((await field.check(early)).verdict).toBe('early');
      }
    });

    test('every slip meets a hint of its own, and what is merely wrong a nudge', async ({
      page,
    }) => {
      const exercise = new ExercisePage(page, number);
      await exercise.open();
      for (const field of await predicted(exercise)) {
        for (const [slip, hint] of Object.entries(expected.slips?.[field.name] ?? {})) {
          if (!(await field.fits(slip))) continue;
          const { verdict, said } = await field.check(slip);
          expect(verdict, `${field.name} ${slip}`).toBe('slip');
          expect(said).toContain(hint);
          expect(said, 'mathematics is set').not.toContain('$');
        }
        const truth = expected.answers[field.name];
        if (!/\d/.test(truth)) continue;
        const all = (text: string): string => truth.replaceAll(/[^,; ]+/g, text);
        expect((await field.check(all('98765'))).verdict).toBe('wrong');
        await expect(field.nudge).toBeVisible();
        expect(await field.check(all('much'))).toEqual({
          verdict: 'unreadable',
          said: '“much” is not a number.',
        });
        expect((await field.check(all(''))).verdict ?? 'unreadable').toBe('unreadable');
      }
    });

    test('solving is kept in this browser, for these numbers, and not in the link', async ({
      page,
    }) => {
      const exercise = new ExercisePage(page, number);
      await exercise.open();
      for (const field of await predicted(exercise)) {
        await field.write(expected.answers[field.name]);
      }
      await exercise.click('Check');
      for (const { verdict } of await predicted(exercise))
        await expect(verdict).toContainText('Right');
      expect(exercise.hash).toBe(`#/${number}`);
      const kept = await page.evaluate(() => Object.entries(localStorage));
      expect(kept).toContainEqual([expect.stringMatching(`/progress/${number}$`), 'solved']);

      await page.reload();
      await exercise.ready();
      for (const { verdict } of await predicted(exercise))
        await expect(verdict).toContainText('Right');
      await exercise.click('New numbers');
      for (const field of await predicted(exercise)) {
        if (await field.runs()) await expect(field.verdict).toContainText('Right');
        else await expect(field.verdict).toBeEmpty();
      }
      await exercise.click('Back to the original');
      for (const { verdict } of await predicted(exercise))
        await expect(verdict).toContainText('Right');
    });

    test('a nudge opens the step that answers its field', async ({ page }) => {
      const exercise = new ExercisePage(page, number);
      await exercise.open();
      for (const field of await predicted(exercise)) {
        if (!/\d/.test(expected.answers[field.name])) continue;
        await exercise.press('Home');
        await field.check(expected.answers[field.name].replaceAll(/[^,; ]+/g, '98765'));
        await field.nudge.click();
        await exercise.ready();
        expect((await exercise.answers())[field.name].visible).toBe(true);
        await exercise.press('ArrowLeft');
        expect((await exercise.answers())[field.name].visible).toBe(false);
      }
    });

    test('a slip highlights its part of the picture while its hint stands', async ({ page }) => {
      const exercise = new ExercisePage(page, number);
      await exercise.open();
      const highlighted = exercise.picture.locator('[data-highlighted]');
      const field = new PredictionField(exercise, 'total');
      await expect(highlighted).toHaveCount(0);
      await field.check(Object.keys(expected.slips!.total)[0]);
      // Focus scrolls what it goes to into view, and something else under the pointer.
      const leave = async (): Promise<void> => {
        await exercise.root.getByRole('button', { name: 'Check' }).focus();
        await exercise.root.getByRole('heading', { level: 1 }).hover();
      };
      await leave();
      await expect(highlighted).not.toHaveCount(0);
      await field.write('1');
      await leave();
      await expect(highlighted).toHaveCount(0);
    });

    test('when all is right it is said, and what comes next is offered', async ({ page }) => {
      const exercise = new ExercisePage(page, number);
      await exercise.open();
      for (const field of await predicted(exercise)) {
        await field.write(expected.answers[field.name]);
      }
      await exercise.click('Check');
      await expect(exercise.root.getByText('All of it is right.')).toBeVisible();
      await exercise.click('See why');
      await exercise.expectStep(1);
      await exercise.click('Try another variant');
      expect(exercise.inLink('variant')).toBe('1');
      await expect(exercise.root.getByText('All of it is right.')).toBeHidden();
    });

    test('what is typed stays while only the givens at scale change', async ({ page }) => {
      const exercise = new ExercisePage(page, number);
      await exercise.open();
      const [field] = await predicted(exercise);
      await field.write('1');
      const written = (): Promise<string> =>
        field.control.evaluate((element) => (element as HTMLInputElement).value);
      const before = await written();
      await exercise.set('bins', '9');
      expect(await written()).toBe(before);
      await exercise.set('x', '7');
      expect(await written()).not.toBe(before);
    });
  });
}
