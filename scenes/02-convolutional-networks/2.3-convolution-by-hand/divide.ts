import { html, type TemplateResult } from '../../../src/author';

const STEP = 0.02;

/** Where a key moves the divide to, if it does. */
function stepped(divide: number, key: string): number | undefined {
  const to: Readonly<Record<string, number>> = {
    ArrowLeft: divide - STEP,
    ArrowDown: divide - STEP,
    ArrowRight: divide + STEP,
    ArrowUp: divide + STEP,
    PageDown: divide - 5 * STEP,
    PageUp: divide + 5 * STEP,
    Home: 0,
    End: 1,
  };
  return Object.hasOwn(to, key) ? to[key] : undefined;
}

/** The divide between before and after, from 0 to 1, moved with keys; the picture under it is dragged. */
export function divideHandle(divide: number, move: (to: number) => void): TemplateResult {
  const percent = Math.round(divide * 100);
  const onKey = (event: KeyboardEvent): void => {
    const to =
      event.altKey || event.ctrlKey || event.metaKey ? undefined : stepped(divide, event.key);
    if (to === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    move(to);
  };
  return html`<div
    class="photo-divide"
    role="slider"
    tabindex="0"
    aria-label="Divide between before and after"
    aria-orientation="horizontal"
    aria-valuemin="0"
    aria-valuemax="100"
    aria-valuenow=${percent}
    aria-valuetext="${percent} % before"
    style="left: ${divide * 100}%"
    @keydown=${onKey}
  ></div>`;
}
