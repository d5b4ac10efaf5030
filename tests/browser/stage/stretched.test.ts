// A picture that needs more room stretches its stage, and is offered the room the panel leaves all the same.
import { svg } from 'lit';
import { expect, test } from 'vitest';
import { Unfolding } from '../../../src/solution/unfolding';
import { LiveStage } from '../../../src/stage/live-stage';
import { picture } from '../../../src/stage/picture';

const quiet = { changed() {}, point() {}, edit() {} };

test('the stage is as tall as its picture, and only so long as it needs to be', () => {
  const panel = document.createElement('div');
  panel.style.cssText = 'position: relative; width: 400px; height: 500px; overflow: auto';
  panel.innerHTML = `
    <style>.stretched-stage:not(:has(> [data-stretched])) > svg { position: absolute }
      svg { display: block }</style>
    <div style="display: flex; flex-direction: column; min-height: 100%">
      <div class="stretched-stage" style="flex: 1 0 auto; min-height: 200px"></div>
      <p style="flex: none; height: 100px; margin: 0"></p>
    </div>`;
  document.body.append(panel);
  const root = panel.querySelector<HTMLElement>('.stretched-stage')!;
  const stage = new LiveStage(root, quiet);
  const view = picture<unknown, number>(stage, (needs) => ({ height: needs, content: svg`` }));
  const drawn = (needs: number): readonly number[] => {
    // As the page does, until its room is the one it is drawn for.
    do view.draw(needs, new Unfolding([], 0));
    while (stage.measure());
    return [root.clientHeight, stage.height];
  };

  expect(drawn(300)).toEqual([400, 400]);
  expect(drawn(700)).toEqual([700, 400]);
  expect(drawn(700)).toEqual([700, 400]);
  // The panel gets smaller than what the picture and the words below it leave.
  panel.style.height = '250px';
  expect(drawn(700)).toEqual([700, 200]);
  panel.style.height = '900px';
  expect(drawn(700)).toEqual([800, 800]);
  panel.style.height = '500px';
  expect(drawn(700)).toEqual([700, 400]);
  expect(drawn(300)).toEqual([400, 400]);

  view.dispose();
  stage.dispose();
  panel.remove();
});
