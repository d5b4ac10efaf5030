// New numbers, each instance from a number in the link, and the way back.
import { ExercisePage } from './exercise';
import { expect, test } from './one-page';
import { fixture } from './scenes';

for (const { number, expected } of [fixture]) {
  test(`${number}: new numbers come one by one, folded, and the original is one press away`, async ({
    page,
  }) => {
    const exercise = new ExercisePage(page, number);
    await exercise.open('step=2');
    const original = await exercise.values();
    const data = async () =>
      Object.fromEntries(
        Object.entries(await exercise.answers()).map(([name, answer]) => [name, answer.data]),
      );
    const seen = [JSON.stringify(await data())];
    for (const [i, query] of expected.variants!.entries()) {
      await exercise.click('New numbers');
      expect(exercise.hash).toBe(`#/${number}?variant=${i + 1}`);
      await exercise.expectStep(0);
      expect(await exercise.values()).toMatchObject(Object.fromEntries(new URLSearchParams(query)));
      seen.push(JSON.stringify(await data()));
      await exercise.press('r');
      expect(exercise.hash, 'R restores the variant').toBe(`#/${number}?variant=${i + 1}`);
    }
    expect(new Set(seen).size).toBe(seen.length);
    await exercise.click('Back to the original');
    expect(exercise.hash).toBe(`#/${number}`);
    expect(await exercise.values()).toEqual(original);
    expect(JSON.stringify(await data())).toBe(seen[0]);
    await expect(exercise.root.getByRole('button', { name: 'Back to the original' })).toBeHidden();
  });
}
