import { describe, expect, it } from 'vitest';
import { actionFor, bindings } from '../../../src/ui/keys';

/** A key pressed on an element that matches these selectors. */
function press(key: string, matches: readonly string[] = [], more: Partial<KeyboardEvent> = {}) {
  const target = {
    closest: (selectors: string) =>
      selectors.split(', ').some((selector) => matches.includes(selector)) ? target : null,
  };
  return { key, target, ...more } as unknown as KeyboardEvent;
}

describe('keys', () => {
  it.each([
    ['ArrowRight', 'on'],
    [' ', 'on'],
    ['PageDown', 'on'],
    ['ArrowLeft', 'back'],
    ['PageUp', 'back'],
    ['Home', 'home'],
    ['r', 'restore'],
    ['R', 'restore'],
    ['g', 'device'],
    ['p', 'present'],
    ['Escape', 'leave'],
    ['b', 'blank'],
    ['?', 'help'],
  ])('%s means %s', (key, action) => {
    expect(actionFor(press(key), true)).toBe(action);
  });

  it('belong to a field that has the focus', () => {
    for (const field of ['input', 'textarea', 'select', 'dialog']) {
      for (const key of ['ArrowRight', ' ', 'r', 'Home', '?']) {
        expect(actionFor(press(key, [field]), true)).toBeUndefined();
      }
    }
  });

  it('Space presses the button that has the focus; the other keys still step', () => {
    expect(actionFor(press(' ', ['button']), true)).toBeUndefined();
    expect(actionFor(press('ArrowRight', ['button']), true)).toBe('on');
  });

  it('mean nothing with a modifier, or when a composite has used them', () => {
    for (const held of [{ ctrlKey: true }, { metaKey: true }, { altKey: true }]) {
      expect(actionFor(press('r', [], held), true)).toBeUndefined();
    }
    expect(actionFor(press('ArrowRight', [], { defaultPrevented: true }), true)).toBeUndefined();
    expect(actionFor(press('ArrowRight', [], { shiftKey: true }), true)).toBeUndefined();
    expect(actionFor(press('?', [], { shiftKey: true }), true)).toBe('help');
  });

  it('the switch turns single letters off and leaves the rest', () => {
    const off = bindings.filter(({ keys }) => !actionFor(press(keys[0]), false));
    expect(off.map(({ keys }) => keys[0]).sort()).toEqual(['?', 'b', 'g', 'l', 'p', 'r']);
  });
});
