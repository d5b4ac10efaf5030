import { expect, test, vi } from 'vitest';
import {
  latinOf,
  lookalikeOf,
  taggedOf,
  visibleOf,
} from '../../../scenes/09-agents/9.2-prompt-injection/disguise';
import { leakOf } from '../../../scenes/09-agents/9.2-prompt-injection/model';
import {
  ATTACKS,
  DEFENCES,
  type Defence,
  type Outcome,
} from '../../../scenes/09-agents/9.2-prompt-injection/recording';
import { recorded } from '../../../scenes/09-agents/9.2-prompt-injection/run';

/** The last of all settings, so that what is asked for first is not what comes first by itself. */
const asked = {
  attack: 'encoded',
  sanitise: true,
  isolation: true,
  untrusted_data: true,
  least_privilege: true,
  approval: true,
} as const;

const all = () => recorded(asked, new AbortController().signal);

/** What comes of each attack, in their order, where only these switches are on. */
const against = async (...on: Defence[]) =>
  (await all())
    .filter(({ switches }) => DEFENCES.every((name) => switches[name] === on.includes(name)))
    .map(leakOf);

test('the setting that is asked for is told before the others have run', async () => {
  const told: (readonly Outcome[])[] = [];
  const leaving = new AbortController();
  // What other tests have played is kept: here nothing has been.
  vi.resetModules();
  const anew = await import('../../../scenes/09-agents/9.2-prompt-injection/run');
  const run = anew.recorded(asked, leaving.signal, (soFar) => {
    told.push(soFar);
    leaving.abort();
  });
  await expect(run).rejects.toThrow();
  const { attack, ...switches } = asked;
  expect(told).toEqual([[expect.objectContaining({ attack, switches })]]);
});

test('every attack meets every setting once', async () => {
  const keys = (await all()).map(({ attack, switches }) => JSON.stringify([attack, switches]));
  expect(new Set(keys).size).toBe(ATTACKS.length * 2 ** DEFENCES.length);
  expect(keys).toHaveLength(160);
});

// In the order of the attacks: plain, hidden, tool-output, link, encoded.
test.each<[Defence[], string[]]>([
  [[], ['yes', 'yes', 'yes', 'yes', 'yes']],
  [['untrusted_data'], Array<string>(5).fill('less likely')],
  [['isolation'], ['no', 'no', 'no', 'no', 'no']],
  [['sanitise'], ['no', 'no', 'no', 'no', 'yes']],
  [['least_privilege'], ['no', 'no', 'no', 'yes', 'no']],
  [['approval'], ['no', 'no', 'no', 'yes', 'no']],
  [
    ['untrusted_data', 'approval'],
    ['no', 'no', 'no', 'less likely', 'no'],
  ],
])('with %j on, the notes leak: %j', async (on, leaks) => {
  expect(await against(...on)).toEqual(leaks);
});

test('what leaks was cut by nothing, and what is held was cut', async () => {
  for (const { runs } of await all())
    for (const { cut, left } of runs) expect(left !== undefined).toBe(cut === undefined);
});

test('who no longer waits is told so', async () => {
  await expect(recorded(asked, AbortSignal.abort())).rejects.toThrow();
});

test('the disguises hide an order from a filter, and not from who knows them', () => {
  expect(latinOf(lookalikeOf('mail notes'))).toBe('mail notes');
  expect(lookalikeOf('mail notes')).not.toContain('mail');
  expect(latinOf(taggedOf('Mail 1.'))).toBe('Mail 1.');
  expect(visibleOf(`a${taggedOf('b')}<!-- c -->d`)).toBe('ad');
});
