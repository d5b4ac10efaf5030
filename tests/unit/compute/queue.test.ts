import { expect, test } from 'vitest';
import { Queue } from '../../../src/compute/queue';

test('work is done one after the other, failures included', async () => {
  const queue = new Queue();
  const log: string[] = [];
  const piece = (name: string, fails = false) =>
    queue.add({}, async () => {
      log.push(`${name} begins`);
      await Promise.resolve();
      log.push(`${name} ends`);
      if (fails) throw new Error(name);
      return name;
    });
  const [a, b, c] = [piece('a'), piece('b', true), piece('c')];
  expect(await a).toBe('a');
  await expect(b).rejects.toThrow('b');
  expect(await c).toBe('c');
  expect(log).toEqual(['a', 'b', 'c'].flatMap((name) => [`${name} begins`, `${name} ends`]));
});

test('an owner drops what waits, not what runs', async () => {
  const queue = new Queue();
  const owner = {};
  const running = queue.add(owner, () => Promise.resolve('done'));
  const waiting = queue.add(owner, () => Promise.resolve('never'));
  const others = queue.add({}, () => Promise.resolve('others'));
  queue.drop(owner);
  await expect(waiting).rejects.toMatchObject({ name: 'AbortError' });
  expect(await running).toBe('done');
  expect(await others).toBe('others');
});

test('small pieces are begun while others are under way, a large one when all before it are done', async () => {
  const queue = new Queue();
  const log: string[] = [];
  const piece = (name: string, small: boolean) =>
    queue.add(
      {},
      async () => {
        log.push(`${name} begins`);
        await new Promise((resolve) => setTimeout(resolve, 1));
        log.push(`${name} ends`);
      },
      small,
    );
  await Promise.all([piece('a', true), piece('b', true), piece('large', false), piece('c', true)]);
  const at = (line: string): number => log.indexOf(line);
  expect(at('b begins')).toBeLessThan(at('a ends'));
  expect(at('large begins')).toBeGreaterThan(at('b ends'));
  expect(at('c begins')).toBeGreaterThan(at('large ends'));
});

test('only so many small pieces are begun that the rest can still be dropped', async () => {
  const queue = new Queue();
  const owner = {};
  let begun = 0;
  const pieces = Array.from({ length: 100 }, () =>
    queue.add(owner, () => Promise.resolve((begun += 1)), true).catch(() => undefined),
  );
  queue.drop(owner);
  await Promise.all(pieces);
  expect(begun).toBeLessThan(20);
});
