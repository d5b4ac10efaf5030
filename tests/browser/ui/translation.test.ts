// A page that a browser has translated stays right: nothing of what changes is shown as it was.
import { afterEach, describe, expect, test } from 'vitest';
import { rendered } from '../../../src/ui/page-element';
// With its styles: without them a picture has no size to be drawn in.
import '../../../src/main';
import '../../../src/ui/exercise';
import type { Exercise } from '../../../src/ui/exercise';

afterEach(() => {
  document.body.replaceChildren();
  localStorage.clear();
});

/** Milliseconds after which folded steps, written when nothing has moved for a while, are there. */
const REST = 400;

/** Two exercises whose text changes with their givens, and a given of each to change. */
const changes: Record<string, readonly [string, string]> = {
  '1.3': ['lr', '0.7'],
  '2.3': ['stride', '2'],
};

async function open(number: string, givens: string): Promise<Exercise> {
  const exercise = document.createElement('unfold-exercise');
  exercise.style.cssText = 'display: block; width: 1280px; height: 900px';
  Object.assign(exercise, { number, givens });
  document.body.append(exercise);
  await ready(exercise);
  return exercise;
}

async function ready(exercise: Exercise): Promise<void> {
  await expect.poll(() => exercise.getAttribute('aria-busy'), { timeout: 20_000 }).toBe('false');
  await new Promise((resolve) => setTimeout(resolve, REST));
  await rendered(exercise);
}

function textsIn(root: Element): Text[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) texts.push(walker.currentNode as Text);
  return texts.filter(({ data, parentElement: parent }) => {
    return data.trim() !== '' && !parent?.closest('[translate="no"], font, style, textarea');
  });
}

/** As Chrome: every text is taken out, and a `<font>` in a `<font>` with its translation put in. */
function replaceAll(root: Element): void {
  for (const text of textsIn(root)) {
    const font = document.createElement('font');
    font.append(document.createElement('font'));
    font.firstElementChild!.textContent = text.data.toUpperCase();
    text.parentNode!.insertBefore(font, text);
    text.remove();
  }
}

/** As others do: every text is put into a `<font>` of its own. */
function wrapAll(root: Element): void {
  for (const text of textsIn(root)) {
    const font = document.createElement('font');
    text.replaceWith(font);
    font.append(text);
  }
}

/** All that is said, but for what waits longer to be announced. */
function wordsOf(root: Element): string {
  const announcer = root.querySelector('.announcer')?.textContent ?? '';
  return root.textContent.replace(announcer, '').replace(/\s+/g, ' ').trim().toLowerCase();
}

/** Goes through the states in turn, as a reader would. */
async function use(exercise: Exercise, translate: () => void): Promise<string[]> {
  const { session } = exercise;
  const seen: string[] = [];
  const now = async (): Promise<void> => {
    await ready(exercise);
    seen.push(wordsOf(exercise));
    translate();
  };
  translate();
  const [name, other] = changes[exercise.number];
  session!.edit({ [name]: other }, true);
  await now();
  session!.seek(2);
  await now();
  session!.edit({ [name]: 'nonsense' }, true);
  await now();
  session!.restore();
  await now();
  exercise.querySelector<HTMLElement>('.attempt-check')?.click();
  await now();
  session!.newNumbers();
  session!.seek(session!.snapshot.steps.length);
  await now();
  session!.toOriginal();
  await now();
  return seen;
}

const untranslated: Record<string, Promise<string[]> | undefined> = {};

async function useUntranslated(number: string): Promise<string[]> {
  const plain = await open(number, '');
  const said = await use(plain, () => undefined);
  plain.remove();
  // What was predicted here is kept for the next visit; the other page begins anew.
  localStorage.clear();
  return said;
}

describe.each([
  ['taken out', replaceAll],
  ['wrapped', wrapAll],
])('with every text %s', (_, translateAll) => {
  test.each(Object.keys(changes))(
    '%s says what an untranslated page says',
    async (number) => {
      const expected = await (untranslated[number] ??= useUntranslated(number));
      const translated = await open(number, '');
      const said = await use(translated, () => translateAll(translated));
      expect(translated.querySelectorAll('font').length).toBeGreaterThan(10);
      expect(said).toEqual(expected);
      expect(new Set(said).size).toBeGreaterThan(4);
    },
    60_000,
  );
});

test('what did not change stays translated, and live numbers are never touched', async () => {
  const exercise = await open('1.3', 'step=2');
  replaceAll(exercise);
  const heading = exercise.querySelector('h1')!;
  const said = heading.textContent;
  expect(said).toBe(said.toUpperCase());
  for (const live of exercise.querySelectorAll('.line, output, .picture-stage, pre')) {
    expect(live.closest('[translate="no"]')).not.toBeNull();
  }
  exercise.session!.edit({ lr: '0.3' }, true);
  await ready(exercise);
  expect(heading.querySelector('font')).not.toBeNull();
  expect(heading.textContent).toBe(said);
});

test('“Show original” leaves a page that still follows', async () => {
  const exercise = await open('1.3', '');
  replaceAll(exercise);
  const kicker = exercise.querySelector('.kicker')!;
  for (const font of exercise.querySelectorAll('font:not(font font)')) {
    font.replaceWith(font.textContent.toLowerCase());
  }
  exercise.session!.newNumbers();
  await ready(exercise);
  expect(kicker.textContent).toContain('variant 1');
});
