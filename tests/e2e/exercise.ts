// An exercise page as its readers meet it: only what the public interface names is looked for.
import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { open, ready } from './fixtures';
import type { Opening } from './fixtures';
import { twoFrames } from './in-page';
import type { Size } from './sizes';

/** An answer as the page shows it. */
export interface ShownAnswer {
  readonly text: string;
  readonly data: string;
  readonly visible: boolean;
}

export class ExercisePage {
  readonly root: Locator;
  /** Every step of the solution, folded ones included. */
  readonly steps: Locator;
  /** The controls of the givens in the problem, without those that play no part at present. */
  readonly givens: Locator;
  readonly picture: Locator;
  readonly stage: Locator;

  constructor(
    readonly page: Page,
    readonly number: string,
  ) {
    this.root = page.locator('unfold-exercise');
    this.steps = this.root.locator('ol > li[data-step]');
    this.givens = this.root.locator('.problem-text [name]').filter({ visible: true });
    this.picture = this.root.locator('.picture-stage');
    this.stage = this.root.locator('.scale-stage');
  }

  /** Opens the exercise at a query such as `step=2`. */
  async open(query = '', opening: Opening = {}): Promise<void> {
    await open(this.page, `#/${this.number}${query && `?${query}`}`, opening);
  }

  /** Waits until the present state is drawn. */
  async ready(): Promise<void> {
    await ready(this.page, 'unfold-exercise');
  }

  /** Gives the window another size, and waits until everything has found its position in it. */
  async resize(size: Size): Promise<void> {
    await this.page.setViewportSize(size);
    await this.page.evaluate(twoFrames);
    await this.ready();
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
    await this.ready();
  }

  async click(name: string | RegExp): Promise<void> {
    await this.root.getByRole('button', { name }).click();
    await this.ready();
  }

  get hash(): string {
    return new URL(this.page.url()).hash;
  }

  /** The value of a key of the link, as it is read. */
  inLink(key: string): string | null {
    return new URLSearchParams(this.hash.split('?')[1] ?? '').get(key);
  }

  async stepCount(): Promise<number> {
    return this.steps.count();
  }

  /** The step shown last; 0 when all is folded. */
  async step(): Promise<number> {
    const current = this.steps.and(this.page.locator('[aria-current="step"]'));
    const count = await current.count();
    return count === 0 ? 0 : Number(await current.getAttribute('data-step'));
  }

  /** Holds that exactly the steps up to `step` are unfolded, and that all else says the same. */
  async expectStep(step: number): Promise<void> {
    const seen = await this.steps.evaluateAll((items) =>
      items.map((item) => ({
        number: item.getAttribute('data-step'),
        hidden: (item as HTMLElement).hidden,
        current: item.getAttribute('aria-current'),
        visible: item.checkVisibility(),
      })),
    );
    const wanted = seen.map((_, i) => ({
      number: String(i + 1),
      hidden: i >= step,
      current: i + 1 === step ? 'step' : null,
      visible: i < step,
    }));
    expect(seen).toEqual(wanted);
    expect(this.inLink('step')).toBe(step === 0 ? null : String(step));
  }

  /** Holds that of all steps this one alone is seen, as in a presentation. */
  async expectPresented(step: number): Promise<void> {
    const visible = await this.steps.evaluateAll((items) =>
      items.filter((item) => item.checkVisibility()).map((item) => item.dataset.step),
    );
    expect(visible).toEqual([String(step)]);
  }

  /** Every answer by name. */
  async answers(): Promise<Record<string, ShownAnswer>> {
    const found = await this.root.locator('output[name]').evaluateAll((outputs) =>
      outputs.map((output) => ({
        name: output.getAttribute('name') ?? '',
        text: (output.textContent ?? '').trim(),
        data: output.getAttribute('data-value') ?? '',
        visible: output.checkVisibility(),
      })),
    );
    const own = found.filter(({ name }) => name !== 'agreement' && name !== 'elapsed');
    expect(new Set(own.map(({ name }) => name)).size, 'one output for each answer').toBe(
      own.length,
    );
    return Object.fromEntries(own.map(({ name, ...shown }) => [name, shown]));
  }

  /**
   * The answers as `expected.ts` writes them: as they are shown or, where the page says a sentence, a
   * list of lines or an amount of memory for them, by their value.
   */
  async asWritten(expected: Readonly<Record<string, string>>): Promise<Record<string, string>> {
    const said = ([name, { text, data }]: [string, ShownAnswer]): [string, string] => {
      const wanted = expected[name] ?? '';
      return [name, wanted.replaceAll(', ', ',') === data ? wanted : text];
    };
    return Object.fromEntries(Object.entries(await this.answers()).map(said));
  }

  /** The values of all givens in link syntax, those at scale included. */
  async values(): Promise<Record<string, string>> {
    return this.root
      .locator('.given [name]')
      .evaluateAll((controls) =>
        Object.fromEntries(
          (controls as HTMLInputElement[]).map((control) => [
            control.getAttribute('name') ?? '',
            control.type === 'checkbox' ? String(control.checked) : control.value,
          ]),
        ),
      );
  }

  given(name: string): Locator {
    return this.root.locator(`.given [name="${name}"]`);
  }

  /** Sets a control as its user would: one `input`, then one `change`. */
  async set(name: string, text: string): Promise<void> {
    await this.given(name).evaluate((control, value) => {
      const field = control as HTMLInputElement;
      if (field.type === 'checkbox') field.checked = value === 'true';
      else field.value = value;
      for (const type of ['input', 'change']) {
        control.dispatchEvent(new Event(type, { bubbles: true }));
      }
    }, text);
    await this.ready();
  }

  /** The sentence about a given that a reader of screens hears; "" where all is well. */
  async fault(name: string): Promise<string> {
    return this.given(name).evaluate((control) => {
      if (control.getAttribute('aria-invalid') !== 'true') return '';
      const ids = (control.getAttribute('aria-describedby') ?? '').split(' ');
      return ids
        .map((id) => document.getElementById(id))
        .filter((element) => element?.checkVisibility())
        .map((element) => element?.textContent?.trim())
        .join(' ');
    });
  }

  /** The picture by hand as markup, without what lights up where the reader points. */
  async drawn(): Promise<string> {
    return this.picture.evaluate((root) =>
      root.innerHTML.replaceAll(/<!--.*?-->| data-highlighted=""/g, ''),
    );
  }

  /** The exercise as markup, without its colours and what is only announced. */
  async markup(): Promise<string> {
    return this.root
      .locator('.exercise')
      .evaluate((exercise) =>
        exercise.outerHTML.replaceAll(/<!--.*?-->|#[\da-f]{3,8}\b|rgba?\([^)]*\)/g, ''),
      );
  }

  /** Everything the page says, without what is only announced. */
  async said(): Promise<string> {
    return this.root.locator('.exercise').ariaSnapshot();
  }

  /** A given that is a number, if there is one in the problem. */
  async numberGiven(): Promise<string | null> {
    const numbers = this.givens.and(this.page.locator('input.number'));
    return (await numbers.count()) > 0 ? numbers.first().getAttribute('name') : null;
  }
}
