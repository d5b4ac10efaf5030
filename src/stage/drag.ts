/** Pixels of the screen a unit of the picture takes. */
const unitOf = (element: Element): number => (element.closest('svg')?.getScreenCTM()?.a ?? 1) || 1;

/**
 * Follows the pointer from a press to its release, also outside the element pressed. Distances are
 * in units of the picture the element is in. The focus stays where it was.
 */
export function drag(
  start: PointerEvent,
  moved: (dx: number, dy: number, event: PointerEvent) => void,
  released: (event: PointerEvent) => void,
): void {
  const target = start.currentTarget as Element;
  target.setPointerCapture(start.pointerId);
  // The press becomes a mousedown, which is what moves the focus.
  target.addEventListener('mousedown', (event) => event.preventDefault(), { once: true });
  const unit = unitOf(target);
  const move = (event: Event): void => {
    const pointer = event as PointerEvent;
    const [dx, dy] = [pointer.clientX - start.clientX, pointer.clientY - start.clientY];
    moved(dx / unit, dy / unit, pointer);
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

/** Units of dragging that change a number by one step. */
const UNITS_A_STEP = 8;

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
      const next = from + step * Math.round((dx - dy) / UNITS_A_STEP);
      const clean = Number(next.toPrecision(12));
      if (clean !== x) change((x = clean), false);
    },
    () => {
      if (x !== from) change(x, true);
    },
  );
}
