// A picture fits every room a page gives it, at every step: nothing is beyond its edge, on top of
// another or under 14 px, where it is scaled down because it is higher too. Rooms are in units of the
// stage, in which presented pictures are drawn as others are.
import { page as browser } from 'vitest/browser';
import { beforeAll, expect, test } from 'vitest';
import { Unfolding } from '../../../src/solution/unfolding';
import { LiveStage } from '../../../src/stage/live-stage';
import { defaultsOf } from '../../../src/state/params';
import { collisions, cutOff } from '../../../tools/layout.mjs';
import { modelOf, scenes } from '../../scenes/scenes';
// With its styles: without them a picture has no type to be measured.
import '../../../src/main';
import '../../../src/ui/styles/exercise-page.css';

const quiet = { changed() {}, point() {}, edit() {} };

/** What is left for the picture, the strip of givens taking two lines when presented. */
const rooms = {
  'presented at 1024 × 768': { width: 433, height: 386, unit: 1.42 },
  'presented at 1280 × 720 and 1920 × 1080': { width: 611, height: 386, unit: 1.33 },
  'a page of 1280 × 720': { width: 750, height: 499, unit: 1 },
  'a page of 1440 × 900': { width: 851, height: 679, unit: 1 },
} as const;

/** The smallest type of a picture, in its units. */
const LEAST = 14;

/** What is set too small, by how much the picture is scaled down where it is higher than its room. */
const tooSmall = (root: Element, scale: number): string[] =>
  [...root.querySelectorAll('svg text, svg text tspan:not(.index)')]
    .filter((text) => text.textContent?.trim())
    .map((text) => ({
      text: text.textContent,
      size: Number.parseFloat(getComputedStyle(text).fontSize) * scale,
    }))
    .filter(({ size }) => size < LEAST - 0.1)
    .map(({ text, size }) => `“${text}” in ${size.toFixed(1)}`);

beforeAll(() => browser.viewport(1000, 800));

test.each(scenes)('$scene.card.number fits every room', async ({ scene }) => {
  const values = defaultsOf(scene.params);
  const model = await modelOf(scene, values);
  const steps = [...scene.solution(model)];
  const faults: Record<string, readonly string[]> = {};
  for (const [name, { width, height, unit }] of Object.entries(rooms)) {
    const page = document.createElement('main');
    page.innerHTML = '<div class="panel"><div class="picture-stage"></div></div>';
    const root = page.querySelector<HTMLElement>('.picture-stage')!;
    root.style.cssText = `position: relative; --unit: ${unit}; width: ${width * unit}px; height: ${height * unit}px`;
    document.body.append(page);
    const stage = new LiveStage(root, quiet);
    const view = scene.view(stage);
    for (let step = 0; step <= steps.length; step += 1) {
      view.draw(model, new Unfolding(steps, step));
      const high = Number(root.querySelector('svg.picture')!.getAttribute('height')) / unit;
      const scale = high > height + 1 ? height / high : 1;
      const found = [...tooSmall(root, scale), ...cutOff(), ...collisions()];
      if (found.length > 0) faults[`${name}, step ${step}`] = found.slice(0, 4);
    }
    view.dispose();
    stage.dispose();
    page.remove();
  }
  expect(faults).toEqual({});
});
