import { expect, test } from 'vitest';
import type { ScaleReport, ScaleStage, ScaleView } from '../../../src/scene/contract';
import { SwitchedAtScale } from '../../../src/scene/switched-at-scale';

interface Values {
  readonly view: 'one' | 'other';
}

/** A program that says what becomes of it. */
const program = (name: string, log: string[]): ScaleView<Values> => ({
  update() {
    log.push(`${name} computes`);
    return Promise.resolve({ finding: name } as ScaleReport);
  },
  duration: () => 7,
  resize() {},
  describe: () => name,
  dispose() {
    log.push(`${name} goes`);
  },
});

function switched() {
  const log: string[] = [];
  let arrive = () => {};
  const opened = new Promise<ScaleView<Values>>((resolve) => {
    arrive = () => resolve(program('other', log));
  });
  const both = new SwitchedAtScale({} as ScaleStage<Values>, ({ view }: Values) => view, {
    one: () => program('one', log),
    other: () => opened,
  });
  return { both, log, arrive };
}

const never = new AbortController().signal;

test('one program is open at a time, and stays while it is asked for', async () => {
  const { both, log, arrive } = switched();
  expect(both.duration({ view: 'one' })).toBe(0);
  await both.update({ view: 'one' }, never);
  await both.update({ view: 'one' }, never);
  expect(both.describe()).toBe('one');
  expect(both.duration({ view: 'one' })).toBe(7);
  arrive();
  await both.update({ view: 'other' }, never);
  expect(both.describe()).toBe('other');
  both.dispose();
  expect(log).toEqual([
    ...['one computes', 'one computes', 'one goes'],
    ...['other computes', 'other goes'],
  ]);
});

test('a program that arrives when it is no longer wanted goes at once', async () => {
  const { both, log, arrive } = switched();
  const wanted = new AbortController();
  const late = both.update({ view: 'other' }, wanted.signal);
  wanted.abort();
  await both.update({ view: 'one' }, never);
  arrive();
  await expect(late).rejects.toThrow();
  expect(both.describe()).toBe('one');
  expect(log).toEqual(['one computes', 'other goes']);
});
