// A step lights up the part of the picture it speaks of, so that part has to be there.
import { expect, test } from 'vitest';
import { covered } from '../../../src/stage/parts';
import { LiveStage } from '../../../src/stage/live-stage';
import { defaultsOf } from '../../../src/state/params';
import { Unfolding } from '../../../src/solution/unfolding';
import { modelOf, scenes } from '../../scenes/scenes';

const quiet = { changed() {}, point() {}, edit() {} };

test.each(scenes)(
  '$scene.card.number: every part a step highlights is in its picture',
  async ({ scene }) => {
    const root = document.createElement('div');
    root.style.cssText = 'width: 860px; height: 720px';
    document.body.append(root);
    const stage = new LiveStage(root, quiet);
    const view = scene.view(stage);
    const model = await modelOf(scene, defaultsOf(scene.params));
    const steps = [...scene.solution(model)];

    const missing = steps.flatMap((_, index) => {
      const unfolding = new Unfolding(steps, index + 1);
      view.draw(model, unfolding);
      const parts = [...root.querySelectorAll<SVGElement>('[data-part]')].flatMap((element) =>
        (element.dataset.part ?? '').split(' '),
      );
      return unfolding.highlights
        .filter((part) => !parts.some((shown) => covered(shown, [part])))
        .map((part) => `step ${index + 1}: ${part}`);
    });
    expect(missing).toEqual([]);
    expect(new Unfolding(steps, 1).highlights.length).toBeGreaterThan(0);

    view.dispose();
    stage.dispose();
    root.remove();
  },
);
