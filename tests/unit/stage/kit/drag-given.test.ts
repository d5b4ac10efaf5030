import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dragGiven, dragSteps, snapped } from '../../../../src/stage/kit/drag-given';

/** An element that is pressed, and the pointer that presses it. */
function pressable() {
  const target = Object.assign(new EventTarget(), {
    setPointerCapture() {},
    closest: () => null,
  });
  const at = (type: string, clientX: number, clientY: number): PointerEvent =>
    Object.assign(new Event(type), { clientX, clientY, pointerId: 1 }) as PointerEvent;
  return {
    // An event tells its target only while it is dispatched: here it is told.
    press: () => Object.defineProperty(at('press', 0, 0), 'currentTarget', { value: target }),
    move: (x: number, y = 0) => target.dispatchEvent(at('pointermove', x, y)),
    release: (x: number, y = 0) => target.dispatchEvent(at('pointerup', x, y)),
  };
}

interface Values {
  readonly lr: number;
}

function dragging(to: (dx: number, dy: number) => number) {
  const edits: [number | undefined, boolean][] = [];
  const stage = {
    edit: ({ lr }: Partial<Values>, commit: boolean) => void edits.push([lr, commit]),
  };
  const pointer = pressable();
  const down = pointer.press();
  dragGiven<Values>({ stage, name: 'lr', from: 0.5, range: { min: 0, max: 1, step: 0.1 }, to })(
    down,
  );
  return { edits, ...pointer };
}

test('a drag follows in steps and commits where it ends', () => {
  const { edits, move, release } = dragging((dx) => 0.5 + dx / 100);
  move(12);
  move(13);
  move(31);
  release(31);
  expect(edits).toEqual([
    [0.6, false],
    [0.8, false],
    [0.8, true],
  ]);
});

test('a press that changes nothing in the end commits nothing', () => {
  const { edits, move, release } = dragging((dx) => 0.5 + dx / 100);
  move(20);
  move(0);
  release(0);
  expect(edits.filter(([, commit]) => commit)).toEqual([]);
  const still = dragging((dx) => 0.5 + dx);
  still.release(0);
  expect(still.edits).toEqual([]);
});

test('a drag ends at the range and passes over what is no number', () => {
  const { edits, move, release } = dragging((dx) => (dx < 0 ? NaN : dx));
  move(-5);
  move(1e9);
  release(1e9);
  expect(edits).toEqual([
    [1, false],
    [1, true],
  ]);
});

test('what is snapped is in range, and as a reader would write it', () => {
  expect(snapped(0.31, { step: 0.1 })).toBe(0.3);
  expect(Object.is(snapped(-0.04, { step: 0.1 }), 0)).toBe(true);
  fc.assert(
    fc.property(fc.double({ noNaN: true }), (x) => {
      const y = snapped(x, { min: -2, max: 3, step: 0.25 });
      return y >= -2 && y <= 3 && Number.isInteger(y * 4);
    }),
  );
});

test('a number in a cell goes by its steps, up and to the right', () => {
  const edits: unknown[] = [];
  const pointer = pressable();
  const down = pointer.press();
  dragSteps<Values>({
    stage: { edit: (changes) => void edits.push(changes) },
    name: 'lr',
    from: 0.35,
    range: { step: 0.05 },
  })(down);
  pointer.move(8, -8);
  expect(edits).toEqual([{ lr: 0.45 }]);
});
