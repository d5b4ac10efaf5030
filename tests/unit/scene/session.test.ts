import { describe, expect, it } from 'vitest';
import { Session } from '../../../src/scene/session';
import { HandClock } from '../../../src/stage/clock';
import { MemoryLocation } from '../../../src/state/location';
import check from '../../../scenes/01-foundations/1.4-gradient-check/scene';
import { EPSILON } from '../../../scenes/01-foundations/1.4-gradient-check/settings';
import attention from '../../../scenes/04-transformers/4.2-attention-by-hand/scene';
import cache from '../../../scenes/12-advanced/12.3-kv-cache/scene';

function open(link = '#/4.2') {
  const location = new MemoryLocation(link);
  const clock = new HandClock();
  const session = new Session(attention, location, clock);
  return { location, clock, session };
}

describe('history', () => {
  it('undoes a whole drag with one step back', () => {
    const { location, session } = open();
    session.set({ causal: true }, true);
    for (const x of [2, 3, 4])
      session.set(
        {
          V: [
            [x, 2],
            [3, 4],
          ],
        },
        false,
      );
    session.set(
      {
        V: [
          [5, 2],
          [3, 4],
        ],
      },
      true,
    );
    expect(location.read()).toBe('#/4.2?V=5,2;3,4&causal=true');
    location.back();
    expect(session.link).toBe('#/4.2?causal=true');
    expect(session.snapshot.values.V).toEqual([
      [1, 2],
      [3, 4],
    ]);
    location.back();
    expect(session.link).toBe('#/4.2');
  });

  it('opens an entry for each step by hand, and one for all that is played', () => {
    const { location, clock, session } = open();
    session.stepBy(1);
    session.stepBy(1);
    session.player.play();
    for (let i = 0; i < 60; i += 1) clock.advance(100);
    expect(session.player.playing).toBe(false);
    expect(session.snapshot.t).toBe(4);
    location.back();
    expect(session.step).toBe(2);
    location.back();
    expect(session.step).toBe(1);
  });

  it('restores the givens undoably, and keeps the step', () => {
    const { location, session } = open('#/4.2?V=5,2;3,4&step=2');
    session.restore();
    expect(session.link).toBe('#/4.2?step=2');
    location.back();
    expect(session.link).toBe('#/4.2?V=5,2;3,4&step=2');
  });

  it('does not open an entry for a change that changes nothing', () => {
    const { location, session } = open();
    session.stepBy(1);
    session.seek(1);
    session.edit({ causal: 'false' }, true);
    location.back();
    expect(session.link).toBe('#/4.2');
  });
});

describe('steps', () => {
  it.each([
    ['step=3', 3],
    ['step=99', 4],
    ['step=-2', 0],
    ['step=0', 0],
    ['', 0],
  ])('opens %s at step %d', (query, step) => {
    expect(open(`#/4.2?${query}`).session.step).toBe(step);
  });

  it('folds back to the step before from between two steps', () => {
    const { session } = open('#/4.2?step=2');
    session.seek(2.4);
    session.stepBy(-1);
    expect(session.snapshot.t).toBe(2);
    session.seek(2.4);
    session.stepBy(1);
    expect(session.snapshot.t).toBe(3);
  });

  it('clamps the step when fewer steps are left', () => {
    const { session } = open('#/4.2?causal=true&step=5');
    expect(session.step).toBe(5);
    session.set({ causal: false }, true);
    expect(session.step).toBe(4);
  });

  it('plays at its pace, pauses, and begins anew at the end', () => {
    const { clock, session } = open();
    session.player.play();
    clock.advance(80);
    expect(session.snapshot.t).toBeCloseTo(0.05, 10);
    session.player.pause();
    clock.advance(80);
    expect(session.snapshot.t).toBeCloseTo(0.05, 10);
    session.seek(4);
    session.player.play();
    expect(session.snapshot.t).toBe(0);
  });
});

describe('bad givens', () => {
  it('keep the last good picture and what was written, in the link too', () => {
    const { session } = open();
    session.set(
      {
        V: [
          [9, 9],
          [9, 9],
        ],
      },
      true,
    );
    session.edit({ V: '1,2;x,4' }, true);
    expect(session.snapshot.values.V).toEqual([
      [9, 9],
      [9, 9],
    ]);
    expect(session.snapshot.texts.V).toBe('1,2;x,4');
    expect(session.snapshot.problems).toEqual([{ field: 'V', message: '“x” is not a number' }]);
    expect(session.link).toBe('#/4.2?V=1,2;x,4');
    expect(open(session.link).session.snapshot.problems).toHaveLength(1);
  });

  it('let the good ones beside them through', () => {
    const { session } = open('#/4.2?V=1,2;x,4&causal=true');
    expect(session.snapshot.values.causal).toBe(true);
    expect(session.snapshot.values.V).toEqual([
      [1, 2],
      [3, 4],
    ]);
  });

  it('are named when shapes do not fit together', () => {
    const { session } = open('#/4.2?K=1,2,3;4,5,6');
    expect(session.snapshot.problems.map(({ field }) => field)).toEqual(['K']);
    expect(session.snapshot.values.K).toEqual([
      [1, 0],
      [0, 2],
    ]);
  });

  it('of a link that the exercise does not know are said', () => {
    const { session } = open('#/4.2?foo=1&tab=back&variant=-3&device=abacus&present=yes');
    expect(session.snapshot.unread).toHaveLength(5);
    expect(session.link).toBe('#/4.2');
  });
});

describe('variants', () => {
  it('are drawn first; explicit givens override them', () => {
    const { session } = open('#/4.2?variant=2');
    expect(session.link).toBe('#/4.2?variant=2');
    const { session: other } = open('#/4.2?variant=2&V=1,2;3,4');
    expect(other.snapshot.values.Q).toEqual(session.snapshot.values.Q);
    expect(other.snapshot.values.V).toEqual([
      [1, 2],
      [3, 4],
    ]);
    expect(other.link).toBe('#/4.2?V=1,2;3,4&variant=2');
  });

  it('come one after another, folded, and lead back to the original', () => {
    const { session } = open('#/4.2?step=3');
    session.newNumbers();
    expect(session.link).toBe('#/4.2?variant=1');
    session.newNumbers();
    expect(session.link).toBe('#/4.2?variant=2');
    session.toOriginal();
    expect(session.link).toBe('#/4.2');
  });
});

it('takes sizes that suit the device, unless the link has set them', () => {
  const { session } = open();
  session.rebase({ length: 4096 });
  expect(session.snapshot.values.length).toBe(4096);
  expect(session.link).toBe('#/4.2');
  const { session: set } = open('#/4.2?length=512');
  set.rebase({ length: 4096 });
  expect(set.snapshot.values.length).toBe(512);
  expect(set.link).toBe('#/4.2?length=512');
});

it('keeps a size the link names, even one that is the default elsewhere', () => {
  const { session } = open('#/4.2?length=1024');
  session.rebase({ length: 4096 });
  expect(session.snapshot.values.length).toBe(1024);
  expect(session.link).toBe('#/4.2?length=1024');
});

it('puts the default that suits the device behind a field that cannot be read', () => {
  const { session } = open('#/4.2?length=many');
  session.rebase({ length: 4096 });
  expect(session.snapshot.values.length).toBe(4096);
  expect(session.snapshot.texts.length).toBe('many');
  expect(session.link).toBe('#/4.2?length=many');
});

describe('presets', () => {
  const openCache = (link: string) => new Session(cache, new MemoryLocation(link), new HandClock());

  it('stand where the link writes nothing, and what it writes wins', () => {
    const { values } = openCache('#/12.3?layers=40&preset=mistral-7b').snapshot;
    expect(values).toMatchObject({ layers: 40, kv_heads: 8, d_head: 128, context: 4096 });
    expect(openCache('#/12.3?preset=toString').snapshot.values).toMatchObject({ layers: 32 });
  });

  it('bring their numbers with them when chosen, and take them back', () => {
    const session = openCache('#/12.3?bytes=1');
    session.edit({ preset: 'gpt-2' }, true);
    expect(session.snapshot.values).toMatchObject({
      layers: 12,
      kv_heads: 12,
      d_head: 64,
      bytes: 1,
    });
    expect(session.link).toBe('#/12.3?bytes=1&preset=gpt-2');
    session.edit({ layers: '32' }, true);
    expect(session.link).toBe('#/12.3?layers=32&bytes=1&preset=gpt-2');
    session.restore();
    expect(session.link).toBe('#/12.3');
  });

  it('count at scale as well, beside defaults that suit the device', () => {
    const openCheck = (link: string) =>
      new Session(check, new MemoryLocation(link), new HandClock());
    const session = openCheck('#/1.4?tab=scale');
    session.rebase({ samples: 64 });
    session.edit({ network: 'digits' }, true);
    expect(session.snapshot.values).toMatchObject({ eps32: EPSILON.digits, samples: 64 });
    expect(session.link).toBe('#/1.4?network=digits&tab=scale');
    session.edit({ network: 'tanh' }, true);
    expect(session.snapshot.values.eps32).toBe(EPSILON.tanh);
    expect(session.link).toBe('#/1.4?tab=scale');
    const written = openCheck('#/1.4?network=digits&eps32=0.03&tab=scale');
    expect(written.snapshot.values.eps32).toBe(0.03);
    expect(written.link).toBe('#/1.4?network=digits&eps32=0.03&tab=scale');
  });
});
