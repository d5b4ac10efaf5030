import { describe, expect, it } from 'vitest';
import { actionFor, bindings } from '../../../src/ui/keys';

/** A key pressed on an element that matches these selectors. */
function press(key: string, matches: readonly string[] = [], more: Partial<KeyboardEvent> = {}) {
  const target = {
    closest: (selectors: string) =>
      selectors.split(', ').some((selector) => matches.some((match) => selector.startsWith(match)))
        ? target
        : null,
  };
  return { key, code: '', target, ...more } as unknown as KeyboardEvent;
}

const on = { letters: true, presenting: false };
const presenting = { letters: true, presenting: true };

describe('keys', () => {
  it.each([
    ['ArrowRight', 'on'],
    [' ', 'on'],
    ['PageDown', 'next'],
    ['ArrowLeft', 'back'],
    ['PageUp', 'previous'],
    ['Home', 'home'],
    ['r', 'restore'],
    ['R', 'restore'],
    ['g', 'device'],
    ['p', 'present'],
    ['Escape', 'leave'],
    ['b', 'blank'],
    ['.', 'blank'],
    ['l', 'laser'],
    ['?', 'help'],
  ])('%s means %s', (key, action) => {
    expect(actionFor(press(key), on)).toBe(action);
  });

  it('belong to a field that is written in and has the focus', () => {
    for (const field of ['input', 'textarea', 'select', 'dialog']) {
      for (const key of ['ArrowRight', ' ', 'r', 'Home', '?', 'PageDown']) {
        expect(actionFor(press(key, [field]), on)).toBeUndefined();
      }
    }
  });

  it('of a clicker are heard in a presentation whatever has the focus, but behind a dialog', () => {
    for (const field of ['input', 'textarea', 'select', '[type="range"]', 'pre']) {
      expect(actionFor(press('PageDown', [field]), presenting)).toBe('next');
      expect(actionFor(press('PageUp', [field]), presenting)).toBe('previous');
      expect(actionFor(press('ArrowRight', [field]), presenting)).toBeUndefined();
    }
    const used = press('PageDown', ['[type="range"]'], { defaultPrevented: true });
    expect(actionFor(used, presenting)).toBe('next');
    expect(actionFor(press('PageDown', ['dialog']), presenting)).toBeUndefined();
  });

  it('blank the screen from inside a field right after a clicker has stepped, and at no other time', () => {
    const clicked = { ...presenting, clicked: true };
    for (const key of ['.', 'b']) {
      expect(actionFor(press(key, ['input']), clicked)).toBe('blank');
      expect(actionFor(press(key, ['input']), presenting)).toBeUndefined();
      expect(actionFor(press(key, ['input']), { ...clicked, presenting: false })).toBeUndefined();
      expect(actionFor(press(key, ['input']), { ...clicked, letters: false })).toBeUndefined();
    }
    expect(actionFor(press('r', ['input']), clicked)).toBeUndefined();
  });

  it('Space presses the button that has the focus; the other keys still step', () => {
    expect(actionFor(press(' ', ['button']), on)).toBeUndefined();
    expect(actionFor(press('ArrowRight', ['button']), on)).toBe('on');
    expect(actionFor(press(' ', ['[type="checkbox"]']), on)).toBeUndefined();
    expect(actionFor(press('p', ['[type="checkbox"]']), on)).toBe('present');
  });

  it('arrows walk a composite, letters still mean what they mean', () => {
    expect(actionFor(press('ArrowRight', ['[role="radiogroup"]']), on)).toBeUndefined();
    expect(actionFor(press('g', ['[role="radiogroup"]']), on)).toBe('device');
  });

  it('mean nothing with a modifier, while composing, or when a composite has used them', () => {
    for (const held of [{ ctrlKey: true }, { metaKey: true }, { altKey: true }]) {
      expect(actionFor(press('r', [], held), on)).toBeUndefined();
    }
    expect(actionFor(press('r', [], { isComposing: true }), on)).toBeUndefined();
    expect(actionFor(press('ArrowRight', [], { defaultPrevented: true }), on)).toBeUndefined();
    expect(actionFor(press('ArrowRight', [], { shiftKey: true }), on)).toBeUndefined();
    expect(actionFor(press('?', [], { shiftKey: true }), on)).toBe('help');
  });

  it('are found by their position where the layout has no Latin letters', () => {
    expect(actionFor(press('з', [], { code: 'KeyP' }), on)).toBe('present');
    expect(actionFor(press('и', [], { code: 'KeyB' }), on)).toBe('blank');
    // Where it has, the letter counts: on AZERTY the key in the place of Q writes a.
    expect(actionFor(press('a', [], { code: 'KeyP' }), on)).toBeUndefined();
  });

  it('the switch turns single letters off and leaves the rest', () => {
    const off = bindings.filter(
      ({ keys }) => !actionFor(press(keys[0]), { letters: false, presenting: false }),
    );
    expect(off.map(({ keys }) => keys[0]).sort()).toEqual(['?', 'b', 'g', 'l', 'n', 'p', 'r']);
  });
});
