import { expect, test } from 'vitest';
import { MOST } from '../../../scenes/08-langgraph/8.1-add-messages/messages';
import { diff } from '../../../scenes/08-langgraph/8.1-add-messages/model';
import { run } from '../../../scenes/08-langgraph/8.1-add-messages/run';

const counts = Array.from({ length: MOST.history + 1 }, (_, history) => history);

test.each(counts)('the library does what each line says, from %i messages on', async (history) => {
  for (let returns = 0; returns <= MOST.returns; returns += 1) {
    const { replace, remove, ...both } = await run(history, returns);
    expect(both.with.after).toHaveLength(history + returns);
    expect(both.without.after).toHaveLength(returns);
    expect(replace?.after.length).toBe(history > 0 ? history + 1 - 1 : undefined);
    expect(remove?.after.length).toBe(history > 0 ? history - 1 : undefined);
  }
});

test('a diff says what became of each message', async () => {
  const runs = await run(2, 1);
  const kinds = (step: typeof runs.with) => diff(step).map(({ kind, entry }) => [kind, entry.id]);
  expect(kinds(runs.with)).toEqual([
    ['kept', 'm1'],
    ['kept', 'm2'],
    ['added', 'm3'],
  ]);
  expect(kinds(runs.without)).toEqual([
    ['removed', 'm1'],
    ['removed', 'm2'],
    ['added', 'm3'],
  ]);
  expect(kinds(runs.replace!)).toEqual([
    ['kept', 'm1'],
    ['replaced', 'm2'],
  ]);
  expect(kinds(runs.remove!)).toEqual([
    ['removed', 'm1'],
    ['kept', 'm2'],
  ]);
});

test('a run that is cancelled ends', async () => {
  const abort = new AbortController();
  const running = run(3, 1, abort.signal);
  abort.abort();
  await expect(running).rejects.toThrow();
});
