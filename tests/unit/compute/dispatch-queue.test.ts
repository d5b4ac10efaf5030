import { describe, expect, test } from 'vitest';
import { DispatchQueue, MOST_STEPS, type Waiting } from '../../../src/compute/dispatch-queue';
import { Pace } from '../../../src/compute/pace';
import { Remainder } from '../../../src/compute/pieces';

const GROUP = 64;

/** A pace at which a workgroup of any program takes so many milliseconds. */
function paceOf(milliseconds: number): Pace {
  const pace = new Pace();
  const cost = milliseconds / GROUP;
  pace.estimate = ({ invocations }) => invocations * cost;
  pace.fitting = (_, time) => Math.floor(time / cost);
  return pace;
}

const call = (over: Partial<Waiting> = {}): Waiting => ({
  program: { groupSize: GROUP },
  sizes: '',
  owner: {},
  workgroups: [10, 1, 1],
  passes: 1,
  divisible: false,
  ...over,
});

/** All submits that empty a dispatch queue, as first and last workgroup of each step. */
function drain(queue: DispatchQueue<Waiting>): number[][][] {
  const submits: number[][][] = [];
  while (!queue.empty) {
    const steps = queue.take().map(({ piece }) => {
      const [x, y, z] = piece.workgroups;
      return [piece.pass, piece.firstWorkgroup, piece.firstWorkgroup + x * y * z - 1];
    });
    submits.push(steps);
  }
  return submits;
}

describe('cutting a call', () => {
  test('pieces follow one another without gap or overlap, whatever their sizes', () => {
    const rest = new Remainder({ workgroups: [100, 7, 1], passes: 2, divisible: true });
    let next = 0;
    for (let turn = 1; rest.passes > 0; turn += 1) {
      const { pass, firstWorkgroup, workgroups } = rest.take((turn * 37) % 101);
      expect(pass * 700 + firstWorkgroup).toBe(next);
      next += workgroups[0] * workgroups[1] * workgroups[2];
      expect(rest.workgroups).toBe(1400 - next);
    }
    expect(next).toBe(1400);
  });

  test('a piece of more workgroups than a row holds is made of full rows', () => {
    const rest = new Remainder({ workgroups: [60_000, 5, 1], passes: 1, divisible: true });
    expect(rest.take(200_000).workgroups).toEqual([65_535, 3, 1]);
    expect(rest.take(200_000).workgroups).toEqual([65_535, 1, 1]);
    expect(rest.take(200_000).workgroups).toEqual([300_000 - 4 * 65_535, 1, 1]);
    expect(rest.passes).toBe(0);
  });

  test('what fits, and what may not be cut, is dispatched as it is', () => {
    const fits = new Remainder({ workgroups: [3, 4, 5], passes: 1, divisible: true });
    expect(fits.take(60).workgroups).toEqual([3, 4, 5]);
    const whole = new Remainder({ workgroups: [3, 4, 5], passes: 1, divisible: false });
    expect(whole.take(1).workgroups).toEqual([3, 4, 5]);
  });

  test('a piece has equal work for several processors, however slow they are', () => {
    const rest = new Remainder({ workgroups: [9, 1, 1], passes: 1, divisible: true });
    expect(rest.take(0.2).workgroups).toEqual([4, 1, 1]);
    expect(rest.take(0.2).workgroups, 'one is not left over').toEqual([5, 1, 1]);
  });
});

describe('what waits to be submitted', () => {
  test('a long call is cut into submits of 30 ms', () => {
    const queue = new DispatchQueue(paceOf(3));
    queue.push(call({ workgroups: [25, 1, 1], divisible: true }));
    expect(queue.due).toBe(true);
    expect(drain(queue)).toEqual([[[0, 0, 7]], [[0, 8, 15]], [[0, 16, 24]]]);
  });

  test('the pace that holds when a piece is taken is the one that counts', () => {
    const pace = paceOf(3);
    const queue = new DispatchQueue(pace);
    queue.push(call({ workgroups: [25, 1, 1], divisible: true }));
    queue.take();
    Object.assign(pace, paceOf(6));
    expect(drain(queue)).toEqual([[[0, 8, 11]], [[0, 12, 15]], [[0, 16, 19]], [[0, 20, 24]]]);
  });

  test('a long call that may not be cut goes by itself, what is short shares a submit', () => {
    const queue = new DispatchQueue(paceOf(1));
    queue.push(call({ workgroups: [40, 1, 1] }));
    for (let i = 0; i < 4; i += 1) queue.push(call());
    expect(drain(queue)).toEqual([
      [[0, 0, 39]],
      [
        [0, 0, 9],
        [0, 0, 9],
        [0, 0, 9],
      ],
      [[0, 0, 9]],
    ]);
  });

  test('passes come one after the other, as many as fit into a submit', () => {
    const queue = new DispatchQueue(paceOf(1));
    queue.push(call({ passes: 5 }));
    expect(drain(queue).map((steps) => steps.map(([pass]) => pass))).toEqual([
      [0, 1, 2],
      [3, 4],
    ]);
  });

  test('a submit has no more steps than there are slots', () => {
    const queue = new DispatchQueue(paceOf(1e-9));
    queue.push(call({ passes: 300 }));
    expect(queue.due).toBe(true);
    expect(drain(queue).map((steps) => steps.length)).toEqual([MOST_STEPS, 300 - MOST_STEPS]);
  });

  test('little work is not due until something waits for it', () => {
    const queue = new DispatchQueue(paceOf(1));
    const done: string[] = [];
    queue.push(call());
    expect(queue.due).toBe(false);
    queue.pushJob(() => done.push('job'));
    expect(queue.due).toBe(true);
    queue.runJobs();
    expect(done).toEqual([]);
    queue.take();
    queue.runJobs();
    expect(done).toEqual(['job']);
    expect(queue.empty).toBe(true);
  });

  test('a call that is timed has its first submit to itself, uncut', () => {
    const queue = new DispatchQueue(paceOf(1));
    const timed = call({ workgroups: [90, 1, 1], divisible: true, report: () => undefined });
    for (const each of [call(), timed, call()]) queue.push(each);
    expect(drain(queue)).toEqual([[[0, 0, 9]], [[0, 0, 89]], [[0, 0, 9]]]);
  });

  test('dropping forgets what is left of a call that was begun, and nothing of others', () => {
    const queue = new DispatchQueue(paceOf(3));
    const [dropped, kept] = [{}, {}];
    queue.push(call({ owner: dropped, workgroups: [25, 1, 1], divisible: true }));
    queue.push(call({ owner: kept, workgroups: [7, 1, 1] }));
    queue.take();
    queue.drop(dropped);
    expect(drain(queue)).toEqual([[[0, 0, 6]]]);
  });
});
