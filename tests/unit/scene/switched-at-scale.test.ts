import { expect, test, vi } from 'vitest';
import type { ScaleReport, ScaleStage, ScaleView } from '../../../src/scene/contract';
import { SwitchedAtScale } from '../../../src/scene/switched-at-scale';

interface Values {
  readonly view: 'one' | 'other';
}

type Log = string[];

/** What a program puts on the stage: all that is asked of an element here. */
class Layer {
  hidden = false;
  readonly classList = {
    add: () => (this.hidden = true),
    remove: () => (this.hidden = false),
  };
}

/** A program that says what becomes of it, and computes as long as it is told to. */
function program(name: string, log: Log, layers: Layer[], computed?: Promise<void>) {
  const layer = new Layer();
  layers.push(layer);
  const view: ScaleView<Values> = {
    async update() {
      log.push(`${name} computes`);
      await computed;
      return { finding: name } as ScaleReport;
    },
    duration: () => 7,
    resize() {},
    describe: () => name,
    dispose() {
      log.push(`${name} goes`);
      layers.splice(layers.indexOf(layer), 1);
    },
  };
  return view;
}

function deferred() {
  let resolve = () => {};
  const promise = new Promise<void>((done) => (resolve = done));
  return { promise, resolve };
}

function switched() {
  const log: Log = [];
  const layers: Layer[] = [];
  const opening = deferred();
  const computing = deferred();
  const stage = { root: { children: layers } } as unknown as ScaleStage<Values>;
  const both = new SwitchedAtScale(stage, ({ view }: Values) => view, {
    one: () => program('one', log, layers),
    other: async () => {
      await opening.promise;
      return program('other', log, layers, computing.promise);
    },
  });
  const seen = () => layers.map(({ hidden }) => !hidden);
  return { both, log, seen, arrive: () => opening.resolve(), compute: () => computing.resolve() };
}

const never = new AbortController().signal;

test('one program is open at a time, and stays while it is asked for', async () => {
  const { both, log, arrive, compute } = switched();
  expect(both.duration({ view: 'one' })).toBe(0);
  await both.update({ view: 'one' }, never);
  await both.update({ view: 'one' }, never);
  expect(both.describe()).toBe('one');
  expect(both.duration({ view: 'one' })).toBe(7);
  arrive();
  compute();
  await both.update({ view: 'other' }, never);
  expect(both.describe()).toBe('other');
  both.dispose();
  expect(log).toEqual([
    ...['one computes', 'one computes'],
    ...['other computes', 'one goes', 'other goes'],
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

test('the last picture stays until the next one stands', async () => {
  const { both, log, seen, arrive, compute } = switched();
  await both.update({ view: 'one' }, never);
  arrive();
  const next = both.update({ view: 'other' }, never);
  await vi.waitFor(() => expect(log).toContain('other computes'));
  expect(seen()).toEqual([true, false]);
  expect(both.describe()).toBe('one');
  compute();
  await next;
  expect(seen()).toEqual([true]);
  expect(both.describe()).toBe('other');
});

test('a program that is no longer wanted while it computes goes, and the last one is there', async () => {
  const { both, log, seen, arrive, compute } = switched();
  await both.update({ view: 'one' }, never);
  arrive();
  const wanted = new AbortController();
  const late = both.update({ view: 'other' }, wanted.signal);
  await vi.waitFor(() => expect(log).toContain('other computes'));
  wanted.abort();
  await both.update({ view: 'one' }, never);
  compute();
  await expect(late).rejects.toThrow();
  expect(seen()).toEqual([true]);
  expect(both.describe()).toBe('one');
  expect(log).toEqual(['one computes', 'other computes', 'other goes', 'one computes']);
});
