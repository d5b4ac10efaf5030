import { describe, expect, it } from 'vitest';
import type { Card } from '../../../src/scene/contract';
import { MemoryStorage } from '../../../src/state/storage';
import { faultOf } from '../../../src/ui/given-field';
import { exportedProgress, markOpened, markSolved, progressOf } from '../../../src/ui/progress';
import { presentationUnit } from '../../../src/ui/presentation';
import { storedTheme, nextTheme } from '../../../src/ui/theme';

describe('progress', () => {
  const card = (number: string): Card => ({ number, title: '', blurb: '', thumbnail: '' });

  it('goes from opened to solved and never back', () => {
    const storage = new MemoryStorage();
    expect(progressOf(storage, '4.2')).toBeUndefined();
    markOpened(storage, '4.2');
    expect(progressOf(storage, '4.2')).toBe('opened');
    markSolved(storage, '4.2');
    markOpened(storage, '4.2');
    expect(progressOf(storage, '4.2')).toBe('solved');
  });

  it('is exported for what was opened, by number', () => {
    const storage = new MemoryStorage();
    markSolved(storage, '4.2');
    expect(JSON.parse(exportedProgress(storage, [card('4.2'), card('2.3')]))).toEqual({
      '4.2': 'solved',
    });
  });

  it('that cannot be read counts as none', () => {
    const storage = new MemoryStorage();
    storage.set('progress/4.2', 'finished');
    expect(progressOf(storage, '4.2')).toBeUndefined();
  });
});

describe('presentation', () => {
  it('sets 14 px at 28 on a screen of 1080, and in proportion on others', () => {
    expect(14 * presentationUnit(1920, 1080)).toBe(28);
    expect(14 * presentationUnit(1280, 720)).toBeCloseTo((28 * 720) / 1080, 9);
    expect(presentationUnit(3840, 2160)).toBe(4);
  });

  it('is never smaller than the page, on a phone held upright', () => {
    expect(presentationUnit(390, 844)).toBe(1);
  });
});

describe('colours', () => {
  it('go from the system’s to light, dark and back, and are kept', () => {
    const storage = new MemoryStorage();
    expect([nextTheme(storage), nextTheme(storage), nextTheme(storage)]).toEqual([
      'light',
      'dark',
      undefined,
    ]);
    expect(storedTheme(storage)).toBeUndefined();
  });
});

describe('what is wrong with a given', () => {
  it('is a sentence that begins with its label', () => {
    expect(faultOf('lr', 'must be at most 1')).toBe('lr must be at most 1.');
    expect(faultOf('V', '“x” is not a number')).toBe('V: “x” is not a number.');
    expect(faultOf('Q', 'is empty; a number is needed.')).toBe('Q is empty; a number is needed.');
  });
});
