import { beforeEach, expect, test } from 'vitest';
import { Orbit } from '../../../src/stage/orbit';

const home = { azimuth: 0, elevation: 0.5, distance: 4 };
let host: HTMLElement;
let orbit: Orbit;

beforeEach(() => {
  host = document.createElement('div');
  // Pointers made by a program cannot be captured.
  host.setPointerCapture = () => undefined;
  document.body.replaceChildren(host);
  orbit = new Orbit(host, home, [1, 10], () => undefined);
  return () => orbit.dispose();
});

/** Turns the wheel over the picture; says whether the page would scroll. */
const wheel = (more: WheelEventInit = {}): boolean =>
  host.dispatchEvent(new WheelEvent('wheel', { deltaY: 100, cancelable: true, ...more }));

const pointer = (type: string, more: PointerEventInit): boolean =>
  host.dispatchEvent(new PointerEvent(type, { bubbles: true, button: 0, ...more }));

test('the wheel scrolls the page until the picture is clicked, and again once it is left', () => {
  expect(wheel()).toBe(true);
  expect(orbit.state).toEqual(home);
  pointer('pointerdown', { pointerType: 'mouse', pointerId: 1 });
  pointer('pointerup', { pointerType: 'mouse', pointerId: 1 });
  expect(wheel()).toBe(false);
  expect(orbit.state.distance).toBeGreaterThan(4);
  pointer('pointerleave', { pointerType: 'mouse', pointerId: 1 });
  expect(wheel()).toBe(true);
});

test('with Ctrl the wheel is the picture’s at once', () => {
  expect(wheel({ ctrlKey: true })).toBe(false);
  expect(orbit.state.distance).toBeGreaterThan(4);
});

test('one finger leaves the picture to the page, two turn it, and a mouse drags it', () => {
  const touch = { pointerType: 'touch' };
  pointer('pointerdown', { ...touch, pointerId: 1, clientX: 100, clientY: 100 });
  pointer('pointermove', { ...touch, pointerId: 1, clientX: 150, clientY: 100 });
  expect(orbit.state).toEqual(home);
  pointer('pointerdown', { ...touch, pointerId: 2, clientX: 150, clientY: 200 });
  pointer('pointermove', { ...touch, pointerId: 1, clientX: 180, clientY: 100 });
  expect(orbit.state.azimuth).not.toBe(0);
  pointer('pointerup', { ...touch, pointerId: 1 });
  pointer('pointerup', { ...touch, pointerId: 2 });

  orbit.reset();
  pointer('pointerdown', { pointerType: 'mouse', pointerId: 3, clientX: 100 });
  pointer('pointermove', { pointerType: 'mouse', pointerId: 3, clientX: 150 });
  expect(orbit.state.azimuth).not.toBe(0);
});

test('two fingers keep the browser from scrolling, one does not', () => {
  const touches = (count: number): Touch[] =>
    Array.from({ length: count }, (_, identifier) => new Touch({ identifier, target: host }));
  const start = (count: number): boolean =>
    host.dispatchEvent(new TouchEvent('touchstart', { touches: touches(count), cancelable: true }));
  expect(start(1)).toBe(true);
  expect(start(2)).toBe(false);
});
