import { afterEach, expect, test, vi } from 'vitest';
import { ChatServer } from '../../../src/scene/chat-server';

const messages = [{ role: 'user', content: 'Say a line.' }] as const;
const place = { origin: 'http://localhost:11434', page: 'http://localhost:4173' };

afterEach(() => vi.unstubAllGlobals());

type Fetch = (url: string, options: RequestInit) => Promise<Response>;

function serverThat(answers: Fetch, limit?: number) {
  const fetch = vi.fn(answers);
  vi.stubGlobal('fetch', fetch);
  const server = new ChatServer({ ...place, limit }, 'llama');
  const ask = (signal = new AbortController().signal): Promise<string> =>
    server.chat(messages, { signal, temperature: 0.5 });
  return { fetch, ask };
}

const says =
  (body: string, status = 200): Fetch =>
  () =>
    Promise.resolve(new Response(body, { status }));
const choice = (content: unknown): string =>
  JSON.stringify({ choices: [{ message: { content } }] });

/** An answer that never comes; as fetch does, it ends with its signal. */
const silence: Fetch = (_, { signal }) =>
  new Promise((_resolve, reject) =>
    signal!.addEventListener('abort', () => reject(signal!.reason as Error)),
  );

test('the question goes to the address alone, without cookies or a referrer, and the words come back', async () => {
  const { fetch, ask } = serverThat(says(choice('A line.')));
  expect(await ask()).toBe('A line.');
  const [url, options] = fetch.mock.calls[0];
  expect(url).toBe('http://localhost:11434/v1/chat/completions');
  expect(options).toMatchObject({
    ...{ method: 'POST', credentials: 'omit', redirect: 'error', referrerPolicy: 'no-referrer' },
  });
  expect(JSON.parse(options.body as string)).toMatchObject({
    ...{ model: 'llama', messages, temperature: 0.5 },
  });
});

test('the same question is sent once', async () => {
  const { fetch, ask } = serverThat(says(choice('A line.')));
  expect([await ask(), await ask()]).toEqual(['A line.', 'A line.']);
  expect(fetch).toHaveBeenCalledTimes(1);
});

test.each<[string, Fetch, string[]]>([
  [
    'nobody answers, or the page may not read it',
    () => Promise.reject(new TypeError('Failed to fetch')),
    ['no server runs there', 'does not allow this page', place.page, '(CORS)'],
  ],
  ['a key is wanted', says('', 401), ['wants a key', '(401)']],
  ['the model is unknown', says('{}', 404), ['no model “llama”', '/v1/chat/completions']],
  [
    'the server fails',
    says('{"error":{"message":"out of memory"}}', 500),
    ['(500)', '“out of memory”'],
  ],
  ['the server fails and says nothing', says('<h1>Oh</h1>', 503), ['could not answer (503). The']],
  ['a page comes back', says('<!doctype html>'), ['is no JSON', 'Check the port']],
  ['JSON without choices', says('{"models":[]}'), ['JSON without an answer']],
  ['JSON that is null', says('null'), ['JSON without an answer']],
  ['a choice that is null', says('{"choices":[null]}'), ['JSON without an answer']],
  ['content that is no text', says(choice([1])), ['JSON without an answer']],
  ['no words', says(choice(' ')), ['no words']],
])('%s: said in a sentence', async (_, answers, said) => {
  const { ask } = serverThat(answers);
  const message = await ask().then(
    () => '',
    (error: unknown) => (error as Error).message,
  );
  for (const part of said) expect(message).toContain(part);
});

test('an answer that takes too long is given up, and that is said', async () => {
  const { ask } = serverThat(silence, 20);
  await expect(ask()).rejects.toThrow('not answered within 0.02 seconds');
});

test('a failure is not kept: the question can be asked again', async () => {
  let fails = true;
  const { ask } = serverThat((...asked) => {
    const answer = says(choice('A line.'), fails ? 500 : 200);
    fails = false;
    return answer(...asked);
  });
  await expect(ask()).rejects.toThrow('500');
  expect(await ask()).toBe('A line.');
});

test('what is cancelled before it stood for a moment is never sent', async () => {
  const { fetch, ask } = serverThat(says(choice('A line.')));
  const abort = new AbortController();
  const asked = ask(abort.signal);
  abort.abort();
  await expect(asked).rejects.toThrow();
  expect(fetch).not.toHaveBeenCalled();
});

test('what is cancelled while it waits ends as cancelled', async () => {
  const { fetch, ask } = serverThat(silence);
  const abort = new AbortController();
  const asked = ask(abort.signal);
  const ended = expect(asked).rejects.toBe('by the reader');
  await vi.waitFor(() => expect(fetch).toHaveBeenCalled());
  abort.abort('by the reader');
  await ended;
});
