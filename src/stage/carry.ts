import { drag } from './drag';

/**
 * Carries what was pressed along with the pointer and puts it back when it is let go; `dropped` is
 * told the element matching `target` that it was let go over. While it is held it has the class
 * `held`, and what it is over has `over`.
 */
export function carry(
  start: PointerEvent,
  target: string,
  dropped: (onto: HTMLElement | SVGElement) => void,
): void {
  if (start.button !== 0) return;
  const carried = start.currentTarget as HTMLElement | SVGElement;
  let over: HTMLElement | SVGElement | undefined;
  const hold = (next: typeof over): void => {
    over?.classList.remove('over');
    next?.classList.add('over');
    over = next;
  };
  carried.classList.add('held');
  drag(
    start,
    (dx, dy, { clientX, clientY }) => {
      carried.style.translate = `${dx}px ${dy}px`;
      // What is held is seen through.
      const under = document.elementFromPoint(clientX, clientY);
      hold(under?.closest<HTMLElement | SVGElement>(target) ?? undefined);
    },
    ({ type }) => {
      const onto = type === 'pointerup' ? over : undefined;
      hold(undefined);
      carried.classList.remove('held');
      carried.style.translate = '';
      if (onto) dropped(onto);
    },
  );
}
