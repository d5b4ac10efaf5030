// A link opens exactly what was shown; a damaged one opens with what could be read of it.
import { expectSame } from './compare';
import { ExercisePage } from './exercise';
import { expect, test } from './one-page';
import { fixture } from './scenes';

/** As a messenger or a word processor writes a link. */
const mangled = (query: string): string =>
  query
    .replaceAll(',', '%2C')
    .replaceAll(';', '%3B')
    .replaceAll(/([=,;B2C])-/g, '$1%E2%88%92');

/** Ways to a state that differs from the first one in all a link holds. */
const journeys: Record<string, (exercise: ExercisePage) => Promise<void>> = {
  'a step of another instance': async (exercise) => {
    await exercise.click('New numbers');
    await exercise.press('ArrowRight', 'ArrowRight');
  },
  'changed givens': async (exercise) => {
    const [name, text] = await changeOf(exercise);
    await exercise.set(name, text);
    await exercise.press('ArrowRight');
  },
  // What stood in a field before a fault is not in the link, so it is made from the defaults.
  'a fault, with the last good picture': async (exercise) => {
    const [name] = await changeOf(exercise);
    await exercise.set(name, 'no number');
  },
  'the Code tab': async (exercise) => {
    await exercise.root.getByRole('tab', { name: 'Code' }).click();
    await exercise.ready();
  },
  presenting: async (exercise) => {
    await exercise.press('p', 'PageDown');
  },
};

/** The name of a given and a good value that is not its default, from the first instance. */
async function changeOf(exercise: ExercisePage): Promise<[string, string]> {
  const now = await exercise.values();
  const { expected } = fixture;
  const drawn = [...new URLSearchParams(expected.variants![0])];
  const change = drawn.find(([name, text]) => now[name] !== text && exercise.given(name));
  return change!;
}

for (const { number, expected } of [fixture]) {
  test.describe(number, () => {
    test('reopens whatever was shown exactly', async ({ page }) => {
      test.slow();
      const exercise = new ExercisePage(page, number);
      for (const [what, journey] of Object.entries(journeys)) {
        await exercise.open();
        await journey(exercise);
        await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
        await page.mouse.move(0, 0);
        const state = async () => [exercise.hash, await exercise.values(), await exercise.said()];
        const was = await state();
        const screen = await page.screenshot();
        await exercise.open(exercise.hash.split('?')[1]);
        expect(await state(), what).toEqual(was);
        await expectSame(page, screen, await page.screenshot(), `${what}: the same picture`);
      }
    });

    test('a variant is its givens, and explicit givens go before it', async ({ page }) => {
      const exercise = new ExercisePage(page, number);
      const dataOf = async () =>
        Object.entries(await exercise.answers()).map(([name, { data }]) => [name, data]);
      await exercise.open('variant=1');
      const [drawn, answers] = [await exercise.values(), await dataOf()];
      await exercise.open(expected.variants![0]);
      expect(await exercise.values()).toEqual(drawn);
      expect(await dataOf()).toEqual(answers);

      await exercise.open();
      const defaults = await exercise.values();
      expect(await dataOf()).not.toEqual(answers);
      const name = Object.keys(drawn).find((key) => drawn[key] !== defaults[key])!;
      await exercise.open(`variant=1&${name}=${defaults[name]}`);
      expect((await exercise.values())[name]).toBe(defaults[name]);
      // What differs from the variant is written, the default of the exercise included.
      await exercise.press('ArrowRight');
      expect(exercise.hash).toBe(`#/${number}?${name}=${defaults[name]}&step=1&variant=1`);
    });

    test('reads %2C, %3B, the typographic minus and exponents', async ({ page }) => {
      const exercise = new ExercisePage(page, number);
      const dataOf = async () =>
        Object.entries(await exercise.answers()).map(([name, { data }]) => [name, data]);
      const opened = async (query: string) => {
        await exercise.open(`${query}&step=1`);
        await exercise.press('ArrowRight');
        return [await dataOf(), await exercise.drawn(), exercise.hash];
      };
      const plain = await opened(expected.variants![1]);
      expect(exercise.hash).not.toMatch(/%|\+|−/);
      const exponents = Object.entries(await exercise.values()).map(([name, text]) => [
        name,
        /^[-\d.,;]+$/.test(text) ? text.replaceAll(/(?<![\d.])\d(?![\d.])/g, '$&e0') : text,
      ]);
      expect(await opened(mangled(expected.variants![1]))).toEqual(plain);
      expect(await opened(String(new URLSearchParams(exponents)))).toEqual(plain);
    });

    test('says what it could not read, clamps the step, and shows the rest', async ({ page }) => {
      const exercise = new ExercisePage(page, number);
      await exercise.open();
      const picture = await exercise.drawn();
      const [name] = await changeOf(exercise);
      await exercise.open(
        `zzz=1&step=999999&tab=attic&device=abacus&present=2&variant=0&${name}=many`,
      );
      const notice = exercise.root.locator('.notice');
      for (const word of ['zzz', 'attic', 'abacus', 'present=2', 'variant=0']) {
        await expect(notice).toContainText(word);
      }
      expect(await exercise.fault(name)).toMatch(/^\w.*many.*\.$/);
      expect((await exercise.values())[name]).toBe('many');
      expect(await exercise.step()).toBe(await exercise.stepCount());
      await exercise.press('Home');
      expect(await exercise.drawn(), 'drawn from the default').toBe(picture);
    });

    test('markup in a link is text', async ({ page }) => {
      const exercise = new ExercisePage(page, number);
      await exercise.open();
      const names = Object.keys(await exercise.values());
      const evil = '<img src=x onerror="window.ran=1"><script>window.ran=1</script>';
      const query = [...names, evil, '__proto__', 'constructor']
        .map((name) => `${encodeURIComponent(name)}=${encodeURIComponent(evil)}`)
        .join('&');
      for (const tab of ['', '&tab=code', '&step=1&tab=scale&present=1']) {
        await exercise.open(query + tab);
        await expect(page.locator('img[src="x"], script:not([src])')).toHaveCount(0);
        expect(await page.evaluate(() => 'ran' in window)).toBe(false);
      }
    });
  });
}

const clamps: [string, number][] = [
  ['step=0', 0],
  ['step=-3', 0],
  ['step=1', 1],
  ['step=1.7', 1],
  ['step=', 0],
  ['step=two', 0],
  ['step=1e3', 0],
];
test('a step is clamped and never a fault of the picture', async ({ page }) => {
  const exercise = new ExercisePage(page, fixture.number);
  for (const [query, step] of clamps) {
    await exercise.open(query);
    expect(await exercise.step(), query).toBe(step);
  }
});

test('copies its link, and shows it where a browser forbids copying', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const exercise = new ExercisePage(page, fixture.number);
  await exercise.open('step=1&variant=2');
  await exercise.click('Copy link');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url());
  await page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new Error('forbidden'));
  });
  await exercise.click(/Copy link|Copied/);
  await expect(page.getByLabel('Copy it by hand:')).toHaveValue(page.url());
});
