// Givens are form controls that say what is wrong with what stands in them, and lose nothing.
import type { Locator } from '@playwright/test';
import { ExercisePage } from './exercise';
import { expect, test } from './one-page';
import { fixture } from './scenes';

/** What people, spreadsheets and attackers write where a number belongs. */
const noNumbers = ['', ' ', 'two', 'NaN', 'Infinity', '-Infinity', '1e999', '0x10', '1 2', '--1'];
const markup = '<img src=x onerror="window.ran=1">';
const noTables = ['', 'a,b', '1,,2', '1,2,', 'NaN,1', '1,1e999', '[1,2', markup];
const noMatrices = [...noTables, '1,2;3', ';', '1;2,3'];

const kindOf = (control: Locator): Promise<string> =>
  control.evaluate((element) => {
    const field = element as HTMLInputElement;
    if (element.localName !== 'input') return element.localName;
    return field.type === 'text' && !field.matches('.number') ? 'line' : field.type;
  });

/** Holds that a given says it is wrong beside itself, and that everything else stays as it was. */
async function expectFault(exercise: ExercisePage, name: string, picture: string): Promise<string> {
  const sentence = await exercise.fault(name);
  expect(sentence, 'a sentence beside the field').toMatch(/^\p{L}.{8,}[.?!]$/u);
  const [field, beside] = await exercise.given(name).evaluate((control) => {
    const said = document.getElementById(control.getAttribute('aria-describedby') ?? '');
    return [control, said!].map((element) => {
      const { left, right, top, bottom } = element.getBoundingClientRect();
      return { left, right, top, bottom };
    });
  });
  const gaps = [
    Math.max(field.left, beside.left) - Math.min(field.right, beside.right),
    Math.max(field.top, beside.top) - Math.min(field.bottom, beside.bottom),
  ];
  expect(Math.max(...gaps), 'the sentence stands by its field').toBeLessThan(60);
  expect(await exercise.drawn(), 'the last good picture stays').toBe(picture);
  return sentence;
}

for (const { number, expected } of [fixture]) {
  test.describe(number, () => {
    test('every given has a name, a visible label and a value in link syntax', async ({ page }) => {
      const exercise = new ExercisePage(page, number);
      await exercise.open();
      const found = await exercise.givens.evaluateAll((controls) =>
        (controls as HTMLInputElement[]).map((control) => {
          const labels = [...(control.labels ?? [])];
          return {
            name: control.getAttribute('name') ?? '',
            label: labels
              .filter((label) => label.checkVisibility())
              .map((label) => label.textContent?.trim())
              .join(),
            type: control.getAttribute('type'),
            namedInside: control.querySelectorAll('[name]').length,
            unlabelledInside: [...control.querySelectorAll('input')].filter(
              (cell) => !cell.ariaLabel,
            ).length,
          };
        }),
      );
      expect(found.length).toBeGreaterThan(0);
      for (const { name, label, type, namedInside, unlabelledInside } of found) {
        expect(name).toMatch(/^\w+$/);
        expect(label, `the label of ${name}`).not.toBe('');
        expect(type, 'number inputs swallow what they cannot read').not.toBe('number');
        expect([namedInside, unlabelledInside]).toEqual([0, 0]);
      }
      expect(new Set(found.map(({ name }) => name)).size).toBe(found.length);
    });

    test('nonsense in any field is named beside it, and the last good picture stays', async ({
      page,
    }) => {
      test.slow();
      const exercise = new ExercisePage(page, number);
      await exercise.open('step=2');
      const picture = await exercise.drawn();
      const start = await exercise.values();
      for (const control of await exercise.givens.all()) {
        const name = (await control.getAttribute('name'))!;
        const kind = await kindOf(control);
        if (kind === 'text') {
          for (const text of [...noNumbers, markup, '0,5', '1;2']) {
            await control.fill(text);
            await exercise.ready();
            const sentence = await expectFault(exercise, name, picture);
            if (text === '0,5') expect(sentence).toContain('point');
            expect((await exercise.values())[name]).toBe(text);
          }
        } else if (kind === 'unfold-vector' || kind === 'unfold-matrix') {
          const cell = control.locator('input').first();
          for (const text of [...noNumbers, markup, '0.5.']) {
            await cell.fill(text);
            await exercise.ready();
            await expectFault(exercise, name, picture);
            await expect(cell, 'what was typed stays').toHaveValue(text);
          }
          for (const text of kind === 'unfold-vector' ? noTables : noMatrices) {
            await exercise.set(name, text);
            await expectFault(exercise, name, picture);
          }
        } else continue;
        // A fault is kept by the link, and R takes it back.
        expect(exercise.inLink(name)).not.toBeNull();
        await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
        await exercise.press('r');
        expect(await exercise.values()).toEqual(start);
        expect(await exercise.fault(name)).toBe('');
      }
      expect(await page.evaluate(() => 'ran' in window)).toBe(false);
    });

    test('every word of a choice and both states of a switch draw a picture', async ({ page }) => {
      const exercise = new ExercisePage(page, number);
      await exercise.open('step=1');
      for (const control of await exercise.givens.all()) {
        const name = (await control.getAttribute('name'))!;
        const kind = await kindOf(control);
        if (kind === 'checkbox') {
          for (const checked of [true, false]) {
            await control.setChecked(checked);
            await exercise.ready();
            expect(await exercise.fault(name)).toBe('');
          }
        } else if (kind === 'select') {
          const words = await control
            .locator('option')
            .evaluateAll((options) => (options as HTMLOptionElement[]).map(({ value }) => value));
          const pictures = new Set<string>();
          for (const word of words) {
            await control.selectOption(word);
            await exercise.ready();
            expect(await exercise.fault(name)).toBe('');
            pictures.add(await exercise.drawn());
          }
          expect(pictures.size, `${name} changes the picture`).toBeGreaterThan(1);
        }
      }
    });

    test('a change makes the page busy in the same task, and draws another picture', async ({
      page,
    }) => {
      const exercise = new ExercisePage(page, number);
      await exercise.open('step=2');
      for (const control of await exercise.givens.all()) {
        const [kind, name] = [await kindOf(control), (await control.getAttribute('name'))!];
        if (!['text', 'unfold-vector', 'unfold-matrix'].includes(kind)) continue;
        // A given that plays no part under the present choice may leave the picture as it is.
        if (await control.evaluate((element) => element.closest('.given.idle'))) continue;
        const before = (await exercise.values())[name];
        const picture = await exercise.drawn();
        const field = kind === 'text' ? control : control.locator('input').first();
        // A value that fits: what one of the pinned instances has there, else a small number.
        const firstOf = (text: string | null): string | undefined => text?.split(/[,;]/)[0];
        const old = firstOf(before);
        const other = expected
          .variants!.map((query) => firstOf(new URLSearchParams(query).get(name)))
          .find((text) => text !== undefined && text !== old);
        const busy = await field.evaluate(
          (element, text) => {
            const root = element.closest('unfold-exercise')!;
            const was = root.getAttribute('aria-busy');
            (element as HTMLInputElement).value = text;
            element.dispatchEvent(new InputEvent('input', { bubbles: true }));
            return [was, root.getAttribute('aria-busy')];
          },
          other ?? String(Number(old) === 1 ? 2 : 1),
        );
        expect(busy).toEqual(['false', 'true']);
        await exercise.ready();
        expect(await exercise.fault(name)).toBe('');
        expect(await exercise.drawn(), `${name} changes the picture`).not.toBe(picture);
        await exercise.press('r');
        expect(await exercise.drawn()).toBe(picture);
      }
    });

    test('a vector or matrix is one control: its value, its events, its cells', async ({
      page,
    }) => {
      const exercise = new ExercisePage(page, number);
      await exercise.open();
      const tables = exercise.root.locator('.problem-text :is(unfold-vector, unfold-matrix)[name]');
      expect(await tables.count()).toBeGreaterThan(0);
      for (const table of await tables.all()) {
        const name = (await table.getAttribute('name'))!;
        const value = (await exercise.values())[name];
        await table.evaluate((element) => {
          const heard: string[] = [];
          Object.assign(window, { heard });
          for (const type of ['input', 'change']) {
            element.addEventListener(type, (event) => {
              heard.push(`${type} ${(event.target as HTMLInputElement).value}`);
            });
          }
        });
        const cell = table.locator('input').first();
        await cell.fill('7');
        await cell.press('Enter');
        await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
        await exercise.ready();
        const edited = value.replace(/^[^,;]+/, '7');
        expect(await page.evaluate(() => (window as unknown as { heard: string[] }).heard)).toEqual(
          [`input ${edited}`, `change ${edited}`],
        );
        expect(exercise.inLink(name)).toBe(edited);
        await exercise.set(name, value);
        await expect(cell).toHaveValue(value.split(/[,;]/)[0]);
        expect(exercise.inLink(name)).toBeNull();
      }
    });
  });
}
