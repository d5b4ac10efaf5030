import { describe, expect, it } from 'vitest';
import type { Prediction, Slip } from '../../../src/scene/contract';
import { Predicting, type AskedKind, type Kept } from '../../../src/scene/predicting';
import { given, named } from '../../../src/solution/expression';
import { add } from '../../../src/solution/arithmetic';
import { Unfolding } from '../../../src/solution/unfolding';
import number from '../../../src/ui/kinds/number';

const nothing: Kept = { written: {}, checked: [] };
const hint = 'The bias is left out of $z$.';

function ask(slips: readonly Slip<unknown>[] = [], kept = nothing): Predicting {
  const values = { a: 0.8, b: 0.5 };
  const asked = Object.entries(values).map(([name, value]): AskedKind => {
    const prediction: Prediction = { answer: name, kind: 'number', label: name };
    return {
      prediction,
      kind: number,
      answer: { name, value },
      slips,
      model: undefined,
      instance: 0,
    };
  });
  return new Predicting(asked, kept);
}

const slip = (field: string, highlights?: string[]): Slip<unknown> => ({
  field,
  value: () => 0.7,
  hint,
  highlights,
});

const x = given('x', 1, { part: 'x' });
const z = named('z', add(x, 1), { part: 'z' });
const a = named('a', add(z, x), { part: 'a' });
const steps = [
  { id: 'z', title: 'z', say: [], lines: [z] },
  { id: 'a', title: 'a', say: [], lines: [a], reveals: { a } },
];

describe('checking', () => {
  it('marks what has been written, and leaves the rest alone', async () => {
    const predicting = ask();
    predicting.write('a', '0.8');
    await predicting.check();
    expect(predicting.said('a')?.verdict).toBe('right');
    expect(predicting.said('b')).toBeUndefined();
    expect(predicting.solved).toBe(false);
    predicting.write('b', '0.50');
    await predicting.check();
    expect(predicting.solved).toBe(true);
  });

  it('of nothing says at every field that it is empty', async () => {
    const predicting = ask();
    await predicting.check();
    expect(predicting.said('a')?.verdict).toBe('unreadable');
    expect(predicting.said('b')?.verdict).toBe('unreadable');
  });

  it('is undone by writing', async () => {
    const predicting = ask();
    predicting.write('a', '0.9');
    await predicting.check();
    expect(predicting.said('a')?.verdict).toBe('wrong');
    predicting.write('a', '0.8');
    expect(predicting.said('a')).toBeUndefined();
  });
});

describe('a hint', () => {
  it('is said once, where it is met first', async () => {
    const predicting = ask([slip('a'), slip('b')]);
    predicting.write('a', '0.7');
    predicting.write('b', '0.7');
    await predicting.check();
    expect(predicting.said('a')?.message).toBe(hint);
    expect(predicting.said('b')).toMatchObject({
      verdict: 'slip',
      message: 'The same slip as above.',
    });
  });

  it('highlights the parts it names while it stands', async () => {
    const predicting = ask([slip('a', ['w.0'])]);
    predicting.write('a', '0.7');
    expect(predicting.hinted(new Unfolding(steps, 0))).toEqual([]);
    await predicting.check();
    expect(predicting.hinted(new Unfolding(steps, 0))).toEqual(['w.0']);
    predicting.write('a', '0.71');
    expect(predicting.hinted(new Unfolding(steps, 0))).toEqual([]);
  });

  it('that names none highlights what the answer is made of, as far as that is unfolded', async () => {
    const predicting = ask([slip('a')]);
    predicting.write('a', '0.7');
    await predicting.check();
    expect(predicting.hinted(new Unfolding(steps, 0))).toEqual(['x']);
    expect(predicting.hinted(new Unfolding(steps, 1)).toSorted()).toEqual(['x', 'z']);
  });
});

it('is kept with what had been checked, and marked again from there', async () => {
  const before = ask();
  before.write('a', '0.8');
  await before.check();
  before.write('b', '0.4');
  const after = ask([], before.toKeep);
  await after.restore();
  expect([after.written('a'), after.written('b')]).toEqual(['0.8', '0.4']);
  expect(after.said('a')?.verdict).toBe('right');
  expect(after.said('b')).toBeUndefined();
});
