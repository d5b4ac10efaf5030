// Predictions are checked on Enter: right, rounded early, the slip they match, or a nudge.
import type { Locator } from '@playwright/test';
import { ExercisePage } from './exercise';
import { expect, test } from './fixtures';
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
    this.row = exercise.root.locator(`unfold-predictions .answer[data-part="${name}"]`);
    this.verdict = this.row.getByRole('status');
  }

  private get fields(): Locator {
    return this.row.locator('input, select');
  }

  /** Whether a value of this shape fits its cells. */
  async fits(text: string): Promise<boolean> {
    const count = await this.fields.count();
    return count === 1 || (typed(text).match(/[^,;]+/g) ?? []).length === count;
  }

  async write(text: string): Promise<void> {
    const fields = await this.fields.all();
    const entries = fields.length === 1 ? [typed(text)] : typed(text).split(/[,;]/);
    for (const [i, field] of fields.entries()) {
      if ((await field.evaluate(({ localName }) => localName)) === 'select') {
        await field.selectOption(entries[i]);
      } else await field.fill(entries[i] ?? '');
    }
  }

  /** What is said of a prediction once Enter is pressed in it. */
  async check(text: string): Promise<string> {
    await this.write(text);
    await this.fields.first().press('Enter');
    await this.exercise.ready();
    await expect(this.verdict).not.toBeEmpty();
    return (await this.verdict.textContent())!.trim();
  }
}

const nudge = /Unfold the first step/;

for (const { number, expected } of [fixture]) {
  test.describe(number, () => {
    const predicted = async (exercise: ExercisePage): Promise<PredictionField[]> => {
      const names = await exercise.root
        .locator('unfold-predictions .answer')
        .evaluateAll((rows) => rows.map((row) => row.getAttribute('data-part') ?? ''));
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
        if (/\d/.test(truth)) expect(await field.check(answers[field.name].data)).toMatch(/^Right/);
        expect(await field.check(truth)).toMatch(/^Right/);
        const decimals = truth.split(/[,;] /).map((entry) => entry.split('.')[1]?.length ?? 0);
        if (/e/.test(truth) || Math.min(...decimals) < 3) continue;
        const early = truth.replace(/\d(?=$|[,;])/, (digit) =>
          String(Number(digit) + (digit > '7' ? -1 : 1)),
        );
        expect(await field.check(early)).toContain('rounded early');
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
          const said = await field.check(slip);
          expect(said, `${field.name} ${slip}`).toMatch(/^\p{L}.{20,}[.?!]$/u);
          expect(said).toContain(hint);
          expect(said, `${field.name} ${slip}`).not.toMatch(/^Right|not a number/);
          expect(said, `${field.name} ${slip}`).not.toMatch(nudge);
        }
        const truth = expected.answers[field.name];
        if (!/\d/.test(truth)) continue;
        expect(await field.check(truth.replaceAll(/[^,; ]+/g, '98765'))).toMatch(nudge);
        expect(await field.check(truth.replaceAll(/[^,; ]+/g, 'much'))).toMatch(/not a number/);
        expect(await field.check(truth.replaceAll(/[^,; ]+/g, ''))).not.toMatch(/^Right/);
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
      await expect(
        page.getByRole('link', { name: new RegExp(`^${number} .*, solved`) }),
      ).toBeVisible();

      await page.reload();
      await exercise.ready();
      for (const { verdict } of await predicted(exercise))
        await expect(verdict).toContainText('Right');
      await exercise.click('New numbers');
      for (const { verdict } of await predicted(exercise)) await expect(verdict).toBeEmpty();
      await exercise.click('Back to the original');
      for (const { verdict } of await predicted(exercise))
        await expect(verdict).toContainText('Right');
    });
  });
}
