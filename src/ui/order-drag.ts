/** Pixels of movement that make a drag of a press. */
const SLACK = 4;

interface Dragging {
  lift(piece: string): void;
  /** The piece is over this position of the order, or past its end. */
  over(piece: string, to: number): void;
  drop(): void;
  cancel(): void;
}

/**
 * Dragging pieces within `host`, also from one list to the other. A finger drags by the grip alone,
 * since it scrolls the page everywhere else. A press without movement stays a click.
 */
export function orderDrag(
  host: HTMLElement & { readonly updateComplete: Promise<boolean> },
  dragging: Dragging,
): void {
  let dragged = false;
  host.addEventListener('pointerdown', (start) => {
    const target = start.target as Element;
    const button = target.closest('.order-press');
    const byFinger = start.pointerType === 'touch' && !target.closest('.order-grip');
    dragged = false;
    if (!button || start.button !== 0 || byFinger) return;
    const element = button.closest<HTMLElement>('[data-line]')!;
    const piece = element.dataset.line!;
    const grabbedAt = start.clientY - element.getBoundingClientRect().top;
    // A drag leaves the focus where it was.
    button.addEventListener('mousedown', (event) => event.preventDefault(), { once: true });

    const move = (event: PointerEvent): void => {
      if (event.pointerId !== start.pointerId) return;
      const moved = Math.hypot(event.clientX - start.clientX, event.clientY - start.clientY);
      if (!dragged && moved < SLACK) return;
      if (!dragged) {
        dragged = true;
        host.setPointerCapture(start.pointerId);
        dragging.lift(piece);
      }
      dragging.over(piece, positionAt(host, piece, event));
      void host.updateComplete.then(() => follow(event.clientY - grabbedAt));
    };
    const follow = (top: number): void => {
      const own = host.querySelector<HTMLElement>(`[data-line="${piece}"]`);
      if (!own) return;
      own.style.translate = '';
      if (!dragged || ended.signal.aborted) return;
      // A presentation zooms the list: what the pointer moves by are pixels of the screen.
      const away = (top - own.getBoundingClientRect().top) / (own.currentCSSZoom ?? 1);
      own.style.translate = `0 ${away}px`;
    };
    const ended = new AbortController();
    const end = (event: PointerEvent): void => {
      if (event.pointerId !== start.pointerId) return;
      ended.abort();
      follow(0);
      if (!dragged) return;
      if (event.type === 'pointerup') dragging.drop();
      else dragging.cancel();
    };
    const { signal } = ended;
    window.addEventListener('pointermove', move, { signal });
    window.addEventListener('pointerup', end, { signal });
    window.addEventListener('pointercancel', end, { signal });
  });
  // The release of a drag is no press.
  host.addEventListener(
    'click',
    (event) => {
      if (dragged && event.detail > 0) event.stopPropagation();
    },
    { capture: true },
  );
}

/** The position of the order that a point of the screen means; past its end nearer to those left out. */
function positionAt(host: HTMLElement, piece: string, point: PointerEvent): number {
  const toZone = (name: string): number =>
    distanceTo(host.querySelector(`[data-zone="${name}"]`)!.getBoundingClientRect(), point);
  if (toZone('left') < toZone('order')) return Infinity;
  const others = [...host.querySelectorAll<HTMLElement>('[data-zone="order"] [data-line]')].filter(
    ({ dataset }) => dataset.line !== piece,
  );
  return others.filter((other) => {
    const { top, height } = other.getBoundingClientRect();
    return top + height / 2 < point.clientY;
  }).length;
}

/** How far a point lies outside a box, in pixels of the screen: 0 within it. */
function distanceTo({ left, right, top, bottom }: DOMRect, { clientX, clientY }: PointerEvent) {
  const beyond = (from: number, at: number, to: number): number => Math.max(from - at, at - to, 0);
  return Math.hypot(beyond(left, clientX, right), beyond(top, clientY, bottom));
}
