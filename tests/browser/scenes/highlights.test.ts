// A step lights up the part of the picture it speaks of, so that part has to be there.
import { expect, test } from 'vitest';
import { covered } from '../../../src/stage/parts';
import { LiveStage } from '../../../src/stage/live-stage';
import { defaultsOf } from '../../../src/state/params';
import { scenes } from '../../scenes/scenes';

const quiet = { changed() {}, point() {}, edit() {} };

test.each(scenes)(
  '$scene.card.number: every part a step highlights is in its picture',
  ({ scene }) => {
    const root = document.createElement('div');
    root.style.cssText = 'width: 860px; height: 720px';
    document.body.append(root);
    const stage = new LiveStage(root, quiet);
    const view = scene.view(stage);
    const model = scene.model(defaultsOf(scene.params));
    const steps = [...scene.solution(model)];

    const missing = steps.flatMap(({ highlights = [] }, index) => {
      view.draw(model, index + 1);
      const parts = [...root.querySelectorAll<SVGElement>('[data-part]')].flatMap((element) =>
        (element.dataset.part ?? '').split(' '),
      );
      return highlights
        .filter((part) => !parts.some((shown) => covered(shown, [part])))
        .map((part) => `step ${index + 1}: ${part}`);
    });
    expect(missing).toEqual([]);
    expect(steps.some(({ highlights = [] }) => highlights.length > 0)).toBe(true);

    view.dispose();
    stage.dispose();
    root.remove();
  },
);
