import { afterEach, expect, test, vi } from 'vitest';
import { loadRun } from '../../../src/scene/load-run';

afterEach(() => vi.unstubAllGlobals());

test('a run never tries to make code of text: the policy of the page forbids it', async () => {
  const tried = vi.fn();
  vi.stubGlobal(
    'Function',
    new Proxy(Function, {
      construct(target, parameters: string[]) {
        tried(parameters);
        return Reflect.construct(target, parameters);
      },
    }),
  );
  const { run } = await loadRun(() => import('../../../scenes/08-langgraph/8.1-add-messages/run'));
  expect((await run(2, 1)).with.after).toHaveLength(3);
  expect(tried).not.toHaveBeenCalled();
});
