// Nothing too small to read or to press, nothing cut off, at every size a page is read at.
import type { Page } from '@playwright/test';
import { ExercisePage } from './exercise';
import { expect, open, sizes, test } from './fixtures';
import { hasScale, scenes } from './scenes';
import { smallerThan } from './type';

/** A laptop's page at 200 % zoom has half the pixels. */
const zoomed = { width: 720, height: 450 };

/**
 * Controls whose target, with what extends it, is smaller than it should be: 44 px for what is
 * pressed, 36 for fields of text, which stand in sentences and between brackets.
 */
function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const controls = 'a[href], button, select, input, textarea, [role="slider"], summary';
    const found: string[] = [];
    for (const control of document.querySelectorAll<HTMLElement>(controls)) {
      if (!control.checkVisibility() || control.closest('[aria-hidden="true"], .skip')) continue;
      const label = control.closest('label');
      const target = control.matches('[type="checkbox"], [type="file"]') && label ? label : control;
      const least = control.matches('input:not([type="checkbox"]), textarea') ? 36 : 44;
      const box = target.getBoundingClientRect();
      target.scrollIntoView({ block: 'center', inline: 'center' });
      const { left, top, width, height } = target.getBoundingClientRect();
      const [x, y] = [left + width / 2, top + height / 2];
      // A pseudo-element around a control is part of it, and counts where it can be hit.
      const hit = (dx: number, dy: number): boolean => {
        const on = document.elementFromPoint(x + dx, y + dy);
        return on !== null && (target.contains(on) || on.closest('label')?.control === control);
      };
      const reach = least / 2 - 1;
      const wide = width >= least - 0.5 || (hit(-reach, 0) && hit(reach, 0));
      const high = height >= least - 0.5 || (hit(0, -reach) && hit(0, reach));
      if (wide && high) continue;
      const name = control.ariaLabel ?? control.textContent?.trim() ?? '';
      found.push(`${name || control.id} ${box.width.toFixed(0)} × ${box.height.toFixed(0)}`);
    }
    return found;
  });
}

/** What is wider or higher than the room it stands in and cannot be scrolled to. */
function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const sideways = document.documentElement.scrollWidth - innerWidth;
    if (sideways > 0) found.push(`the page is ${sideways} px too wide`);
    for (const element of document.querySelectorAll<HTMLElement>('main *, header *')) {
      if (!element.checkVisibility() || element.closest('.sr-only, .katex, svg')) continue;
      const style = getComputedStyle(element);
      const hides = (overflow: string) => overflow === 'hidden' || overflow === 'clip';
      const overX = element.scrollWidth - element.clientWidth;
      const overY = element.scrollHeight - element.clientHeight;
      const [x, y] = [hides(style.overflowX) && overX > 1, hides(style.overflowY) && overY > 1];
      if (!x && !y) continue;
      // What is only for readers of screens has no room; a trail of crumbs may end in an ellipsis,
      // since the heading says it in full; a field is scrolled by its caret.
      const exempt = element.clientWidth <= 1 || element.matches('nav > *, input');
      if (exempt) continue;
      found.push(`${element.localName}.${element.className} hides ${x ? overX : overY} px`);
    }
    // Text that a picture draws beyond its own edge.
    for (const svg of document.querySelectorAll('main svg')) {
      const edge = svg.getBoundingClientRect();
      for (const text of svg.querySelectorAll('text')) {
        if (!text.checkVisibility({ opacityProperty: true }) || !text.textContent?.trim()) continue;
        const box = text.getBoundingClientRect();
        const out = Math.max(
          edge.left - box.left,
          box.right - edge.right,
          edge.top - box.top,
          box.bottom - edge.bottom,
        );
        if (out > 3) found.push(`“${text.textContent.trim()}” is ${out.toFixed(0)} px out`);
      }
    }
    return found;
  });
}

/** Labels of a picture that lie on each other. */
function collisions(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const texts = [...document.querySelectorAll<SVGTextElement>('.panel:not([hidden]) svg text')]
      .filter((text) => text.textContent?.trim() && text.checkVisibility({ opacityProperty: true }))
      .filter((text) => {
        for (let at: Element | null = text; at instanceof SVGElement; at = at.parentElement) {
          if (Number(getComputedStyle(at).opacity) < 0.2) return false;
        }
        return true;
      })
      .map((text) => ({ text: text.textContent.trim(), box: text.getBoundingClientRect() }));
    const found: string[] = [];
    texts.forEach((a, i) => {
      for (const b of texts.slice(i + 1)) {
        const x = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
        const y = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
        const height = Math.min(a.box.height, b.box.height);
        if (x > 2 && y > 0.35 * height) found.push(`“${a.text}” on “${b.text}”`);
      }
    });
    return found;
  });
}

/** What was found, and at which sizes of which pages. */
class Findings {
  readonly all: Record<string, string[]> = {};

  add(where: string, found: readonly string[]): void {
    for (const finding of new Set(found)) (this.all[finding] ??= []).push(where);
  }
}

for (const scene of scenes) {
  const { number } = scene;
  const tabs = hasScale(scene) ? ['hand', 'scale', 'code'] : ['hand', 'code'];
  test(`${number}: nothing small, cut off or on top of another, at any size`, async ({ page }) => {
    test.slow();
    const exercise = new ExercisePage(page, number);
    const findings = new Findings();
    for (const tab of tabs) {
      await exercise.open(`step=99&device=cpu&tab=${tab}`.replace('&tab=hand', ''));
      for (const [name, size] of Object.entries({ ...sizes, zoomed })) {
        await exercise.resize(size);
        const touched = name === 'laptop' || name === 'phone';
        findings.add(`${name}, ${tab}`, [
          ...(await smallerThan(14, page.locator('body'))),
          ...(await cutOff(page)),
          ...(await collisions(page)),
          ...(touched ? await smallTargets(page) : []),
        ]);
      }
    }
    expect(findings.all).toEqual({});
  });

  test(`${number}: the essentials stand on one screen`, async ({ page }) => {
    const exercise = new ExercisePage(page, number);
    for (const size of [sizes.laptop, sizes.projector]) {
      await exercise.open('', { size });
      const essentials = [
        exercise.root.getByRole('heading', { level: 1 }),
        exercise.givens.last(),
        exercise.picture,
        exercise.root.getByRole('group', { name: 'Transport' }),
      ];
      for (const part of essentials) await expect(part).toBeInViewport({ ratio: 1 });
      expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBe(size.height);
    }
    // On a phone what steps stays under the thumb.
    await exercise.open('', { size: sizes.phone });
    const transport = exercise.root.getByRole('button', { name: 'One step on' });
    await expect(transport).toBeInViewport({ ratio: 1 });
    await transport.click();
    await exercise.ready();
    await exercise.expectStep(1);
  });

  test(`${number}: opens in forced colours and with motion`, async ({ page }) => {
    const exercise = new ExercisePage(page, number);
    await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'no-preference' });
    await exercise.open('step=1');
    await exercise.press('ArrowRight');
    await exercise.expectStep(2);
    const field = exercise.root.locator('.problem-text input').first();
    await field.focus();
    const outline = await field.evaluate((element) => getComputedStyle(element).outlineStyle);
    expect(outline).not.toBe('none');
    expect((await exercise.picture.screenshot()).length).toBeGreaterThan(2000);
  });
}

test('the contents page: nothing small, cut off or hard to press', async ({ page }) => {
  for (const size of [...Object.values(sizes), zoomed]) {
    await open(page, '#/', { size });
    expect(await smallerThan(14, page.locator('body'))).toEqual([]);
    expect(await cutOff(page)).toEqual([]);
    expect(await smallTargets(page)).toEqual([]);
  }
});
