import { html, render, svg } from 'lit';
import { beforeEach, expect, test } from 'vitest';
import { Turning } from '../../../src/stage/kit/turning';

let turning: Turning;
let group: SVGGElement;

const draw = (): void => {
  const box = { x: 0, y: 0, width: 100, height: 100 };
  const content = svg`<g class="handle"><circle r="5" /></g>`;
  render(html`<svg>${turning.draw(box, 'Surface', draw, content)}</svg>`, document.body);
};

beforeEach(() => {
  turning = new Turning({ azimuth: 0.5, elevation: 0.5 });
  draw();
  group = document.querySelector('.turning')!;
  // Pointers made by a program cannot be captured.
  group.setPointerCapture = () => undefined;
  return () => render(html``, document.body);
});

const drag = (target: Element, by: number): void => {
  const event = (type: string, clientX: number): boolean =>
    target.dispatchEvent(
      new PointerEvent(type, { bubbles: true, pointerId: 1, pointerType: 'mouse', clientX }),
    );
  event('pointerdown', 50);
  event('pointermove', 50 + by);
  event('pointerup', 50 + by);
};

const press = (key: string): boolean =>
  group.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));

test('a space is turned by hand and by the arrow keys, and back by 0', () => {
  const home = turning.facing;
  drag(group, 40);
  expect(turning.facing).not.toEqual(home);
  expect(press('0')).toBe(false);
  expect(turning.facing).toEqual(home);
  expect(press('ArrowUp')).toBe(false);
  expect(turning.facing.up[2]).toBeLessThan(home.up[2]);
});

test('it does not come nearer: those keys and the wheel are the page’s', () => {
  expect(press('+')).toBe(true);
  const wheel = new WheelEvent('wheel', { deltaY: 9, ctrlKey: true, cancelable: true });
  expect(group.dispatchEvent(wheel)).toBe(true);
});

test('what is dragged in it does not turn it', () => {
  const home = turning.facing;
  drag(group.querySelector('circle')!, 40);
  expect(turning.facing).toEqual(home);
});

test('put away and drawn again, it stands as at first', () => {
  const home = turning.facing;
  drag(group, 40);
  render(html``, document.body);
  draw();
  expect(turning.facing).toEqual(home);
});
