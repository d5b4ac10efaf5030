import { describe, expect, test } from 'vitest';
import { HandClock } from '../../../src/stage/clock';
import { MemoryLocation } from '../../../src/state/location';
import { TrainSession } from '../../../src/train/session';

function open(link: string) {
  const location = new MemoryLocation(link);
  return { location, session: new TrainSession(location, new HandClock(), () => {}) };
}

describe('the link', () => {
  test('holds what networks differ in, over which range, and leaves out what is usual', () => {
    const { session } = open('#/train?vary=lr&from=0.01&to=1&networks=256');
    const { vary, from, to, networks, steps } = session.snapshot.values;
    expect([vary, from, to, networks, steps]).toEqual(['lr', 0.01, 1, '256', '500']);
    expect(session.link).toBe('#/train?vary=lr&from=0.01&to=1&networks=256');
    session.edit({ vary: 'weights', networks: '64', from: '0.001', to: '10' }, true);
    expect(session.link).toBe('#/train');
  });

  test('leads to a network of the population, at its step, and back to all of them', () => {
    const { session } = open('#/train?vary=lr&edits=0,0,0,0,1&step=3');
    session.openMember({ network: 0, lr: 0.6218, scale: 1 }, 100);
    expect(session.link).toBe('#/train?lr=0.6218&vary=lr&step=100');
    expect(session.snapshot.values.edits).toEqual([]);
  });
});

describe('an edit', () => {
  test('of the population leaves the run where it is, with what was set in it by hand', () => {
    const { session } = open('#/train?edits=2,0,0,0,1&step=7');
    session.edit({ vary: 'scale' }, true);
    expect(session.snapshot.step).toBe(7);
    expect(session.snapshot.values.edits).toEqual([[2, 0, 0, 0, 1]]);
    session.edit({ scale: '2' }, true);
    expect(session.snapshot.step).toBe(0);
    expect(session.snapshot.values.edits).toEqual([]);
  });

  test('of a range must leave one: what is wrong is said, and the last good one stays', () => {
    const { session } = open('#/train?vary=lr&from=0.01');
    session.edit({ to: '0.01' }, true);
    const { problems, values } = session.snapshot;
    expect(problems).toEqual([{ field: 'to', message: 'must be larger than 0.01' }]);
    expect([values.from, values.to]).toEqual([0.01, 10]);
  });
});
