import { expect, it } from 'vitest';
import type { ChatModel } from '../../../src/scene/chat-model';
import type { Scene } from '../../../src/scene/contract';
import { Derivation } from '../../../src/scene/run';

/** A scene whose run tells what it has half-way, and goes on when it is let. */
function halting() {
  let goOn = (): void => undefined;
  const pause = new Promise<void>((resolve) => (goOn = resolve));
  const trace: Scene['trace'] = async (_values, _signal, tell) => {
    tell?.('half');
    await pause;
    return 'whole';
  };
  const scene = {
    trace,
    model: (_: unknown, so: unknown) => so,
    solution: () => [],
    answers: () => [],
  };
  const told: unknown[] = [];
  const derivation = new Derivation(scene as unknown as Scene, ({ state }, derived) =>
    told.push([state, derived?.model]),
  );
  return { derivation, told, goOn: () => goOn() };
}

it('shows what a run has told so far, and is busy until it is over', async () => {
  const { derivation, told, goOn } = halting();
  derivation.start({});
  expect(told).toEqual([
    ['busy', undefined],
    ['busy', 'half'],
  ]);
  goOn();
  await expect.poll(() => told.at(-1)).toEqual(['done', 'whole']);
});

it('keeps what was told when the run is cancelled', async () => {
  const { derivation, told, goOn } = halting();
  derivation.start({});
  derivation.cancel();
  goOn();
  await Promise.resolve();
  expect(told.slice(1)).toEqual([
    ['busy', 'half'],
    ['cancelled', undefined],
  ]);
});

it('asks the reader’s own model where there is one, and says whose the result is', async () => {
  const scene = {
    trace: () => Promise.resolve('scripted'),
    traceWith: (_: unknown, chat: ChatModel) => chat.chat([], { signal: AbortSignal.any([]) }),
    model: (_: unknown, said: unknown) => said,
    solution: () => [],
    answers: () => [],
  };
  const told: unknown[] = [];
  const derivation = new Derivation(scene as unknown as Scene, (run, derived) =>
    told.push([run.message ?? derived?.model, derived?.by]),
  );
  derivation.start({}, { name: 'llama', chat: () => Promise.resolve('own') });
  await expect.poll(() => told.at(-1)).toEqual(['own', 'llama']);
  derivation.start({}, { name: 'llama', chat: () => Promise.reject(new Error('it sleeps.')) });
  await expect.poll(() => told.at(-1)).toEqual(['The run failed: it sleeps.', undefined]);
  derivation.start({});
  await expect.poll(() => told.at(-1)).toEqual(['scripted', undefined]);
});
