import { expect, test } from 'vitest';
import { FOLDED, type ChatModel } from '../../../src/author';
import { code } from '../../../scenes/07-langchain/7.1-prompt-model-parser/code';
import { observed } from '../../../scenes/07-langchain/7.1-prompt-model-parser/model';
import { STAGES } from '../../../scenes/07-langchain/7.1-prompt-model-parser/recording';
import { run } from '../../../scenes/07-langchain/7.1-prompt-model-parser/run';

test('a stream begins before an answer is whole, and its words make the same answer', async () => {
  const { invoked, streamed, batched } = await run('cats', 3, 'prompt');
  expect(streamed.map(({ text }) => text).join('')).toBe(invoked.text);
  expect(streamed.map(({ at }) => at)).toEqual(streamed.map((_, i) => i + 2));
  expect(streamed.at(-1)!.at).toBe(invoked.at);
  expect(batched.map(({ text }) => text)[0]).toBe(invoked.text);
  expect(new Set(batched.map(({ at }) => at)).size).toBe(1);
});

test.each(STAGES)('when the %s throws, what stands behind it never begins', async (throws) => {
  const { ran, message } = (await run('cats', 1, throws)).broken;
  expect(ran).toEqual(STAGES.slice(0, STAGES.indexOf(throws) + 1));
  expect(message).toMatch(/^Error: ./);
});

test('every run is recorded alike, and one that is cancelled ends', async () => {
  expect(await run('maps', 2, 'model')).toEqual(await run('maps', 2, 'model'));
  const abort = new AbortController();
  const running = run('maps', 2, 'model', abort.signal);
  abort.abort();
  await expect(running).rejects.toThrow();
});

test('a model of the reader’s own is one more chat model: its message goes through the parser', async () => {
  const asked: string[] = [];
  const own: ChatModel = {
    name: 'llama',
    chat([{ content }]) {
      asked.push(content);
      return Promise.resolve('Cats nap in the sun.');
    },
  };
  const { by, passed, invoked } = await run('cats', 1, 'prompt', undefined, own);
  expect(asked).toEqual(['Say a line about cats.']);
  expect(by).toBe('llama');
  expect(passed[2]).toEqual({ type: 'AIMessage', content: 'Cats nap in the sun.' });
  expect(passed[3]).toEqual({ type: 'string', content: 'Cats nap in the sun.' });
  expect(invoked.text).toContain('script');
});

test('the code calls the chain only once a step has named the interface', async () => {
  const givens = { topic: 'cats', inputs: 3, throws: 'prompt' } as const;
  const model = observed(givens, await run('cats', 3, 'prompt'));
  const listed = (result: (answer: string) => string): string =>
    code(model, result)
      .map(({ source }) => source)
      .join('\n');
  expect(listed(() => FOLDED)).not.toMatch(/invoke|batch|stream|Runnable/);
  expect(listed((name) => name)).toMatch(/chain\.batch/);
});
