/** Follows the pointer from a press to its release, also outside the element pressed. */
export function drag(
  start: PointerEvent,
  moved: (dx: number, dy: number, event: PointerEvent) => void,
  released: (event: PointerEvent) => void,
): void {
  const target = start.currentTarget as Element;
  target.setPointerCapture(start.pointerId);
  const move = (event: Event): void => {
    const pointer = event as PointerEvent;
    moved(pointer.clientX - start.clientX, pointer.clientY - start.clientY, pointer);
  };
  const end = (event: Event): void => {
    target.removeEventListener('pointermove', move);
    target.removeEventListener('pointerup', end);
    target.removeEventListener('pointercancel', end);
    released(event as PointerEvent);
  };
  target.addEventListener('pointermove', move);
  target.addEventListener('pointerup', end);
  target.addEventListener('pointercancel', end);
}

/** Pixels of dragging that change a number by one step. */
const PIXELS_A_STEP = 8;

/** Dragging up or right raises a number in steps; a press without movement changes nothing. */
export function dragNumber(
  start: PointerEvent,
  from: number,
  step: number,
  change: (x: number, commit: boolean) => void,
): void {
  let x = from;
  drag(
    start,
    (dx, dy) => {
      const next = from + step * Math.round((dx - dy) / PIXELS_A_STEP);
      const clean = Number(next.toPrecision(12));
      if (clean !== x) change((x = clean), false);
    },
    () => {
      if (x !== from) change(x, true);
    },
  );
}
