import { describe, expect, it } from 'vitest';
import type { Card } from '../../../src/scene/contract';
import { MemoryStorage } from '../../../src/state/storage';
import { faultOf } from '../../../src/ui/given-field';
import type { Scene } from '../../../src/scene/contract';
import { text } from '../../../src/state/params';
import {
  goOnWith,
  keepPredictions,
  keptPredictions,
  markOpened,
  markSolved,
  progressOf,
} from '../../../src/ui/progress';
import { exportedProgress, importProgress } from '../../../src/ui/progress-file';
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

  it('goes on with what was opened last, or with the next that is not solved', () => {
    const storage = new MemoryStorage();
    const all = ['1.3', '2.1', '2.2'].map(card);
    expect(goOnWith(storage, all)).toBeUndefined();
    markOpened(storage, '2.1');
    expect(goOnWith(storage, all)?.number).toBe('2.1');
    markSolved(storage, '2.1');
    expect(goOnWith(storage, all)?.number).toBe('2.2');
    markSolved(storage, '2.2');
    expect(goOnWith(storage, all)).toBeUndefined();
  });

  it('is imported beside what is there, and nothing that is solved is lost', () => {
    const storage = new MemoryStorage();
    markSolved(storage, '1.3');
    markOpened(storage, '2.1');
    expect(importProgress(storage, '{"1.3": "opened", "2.1": "solved", "9.9": "opened"}')).toBe(3);
    expect(['1.3', '2.1', '9.9'].map((number) => progressOf(storage, number))).toEqual([
      'solved',
      'solved',
      'opened',
    ]);
  });

  it('is imported whole or not at all', () => {
    const storage = new MemoryStorage();
    expect(() => importProgress(storage, '{"1.3": "solved", "2.1": "done"}')).toThrow('2.1');
    expect(progressOf(storage, '1.3')).toBeUndefined();
  });

  it('that cannot be read counts as none', () => {
    const storage = new MemoryStorage();
    storage.set('progress/4.2', 'finished');
    expect(progressOf(storage, '4.2')).toBeUndefined();
  });
});

describe('predictions', () => {
  const scene = {
    card: { number: '4.2' },
    params: { words: text({ label: 'words', default: '', maxLength: 40 }) },
  } as unknown as Scene;
  const kept = { written: { 'a,b': 'tools → agent; "x"=1&y\n' }, checked: ['a,b'] };

  it('are kept for the numbers they are about, in any characters', () => {
    const storage = new MemoryStorage();
    keepPredictions(storage, scene, { words: 'a&b=c' }, kept);
    expect(keptPredictions(storage, scene, { words: 'a&b=c' })).toEqual(kept);
    expect(keptPredictions(storage, scene, { words: 'a' })).toEqual({ written: {}, checked: [] });
  });

  it.each(['', 'x', '1', 'null', '{}', '{"written":{"a":1},"checked":[]}'])(
    'that cannot be read (%s) count as none',
    (stored) => {
      const storage = new MemoryStorage();
      storage.get = () => stored;
      expect(keptPredictions(storage, scene, { words: 'a' })).toEqual({ written: {}, checked: [] });
    },
  );
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
