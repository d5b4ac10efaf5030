// A wheel over a picture is the page's: the panel scrolls, and all of a picture that is higher comes by.
import { ExercisePage } from './exercise';
import { expect, sizes, test } from './one-page';

const six = Array.from({ length: 6 }, () => '1,2,3,4,5,6').join(';');

/** Pictures that are higher than what a low screen leaves. */
const tall = {
  'by hand': ['4.2', `Q=${six}&K=${six}&V=${six}&step=4`, '.picture-stage'],
  'at scale': ['3.3', 'tab=scale&device=cpu', '.scale-stage'],
} as const;

for (const [where, [number, query, name]] of Object.entries(tall)) {
  test(`a wheel over a tall picture scrolls the page: ${where}`, async ({ page }) => {
    const exercise = new ExercisePage(page, number);
    await exercise.open(query, { size: sizes.projector });
    const stage = exercise.root.locator(name);
    await stage.hover();
    await page.mouse.wheel(0, 1000);
    const seen = (): Promise<object> =>
      stage.evaluate((element) => {
        const panel = element.closest('.panel')!;
        const inside = [element, ...element.querySelectorAll('*')];
        return {
          scrolls: inside.filter(({ scrollTop }) => scrollTop > 0).length,
          page: panel.scrollTop > 50,
          end: element.getBoundingClientRect().bottom <= panel.getBoundingClientRect().bottom + 1,
        };
      });
    await expect.poll(seen).toEqual({ scrolls: 0, page: true, end: true });
  });
}
