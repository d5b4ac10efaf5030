import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { pageClock } from '../stage/clock';
import { drag } from '../stage/drag';
import type { Param } from '../state/params';
import {
  describedBy,
  equals,
  invalid,
  roleOf,
  symbol,
  valueOf,
  write,
  type Given,
} from './given-field';
import { fromSlider, nudged, toSlider } from './nudge';

/** A number is written, stepped by the arrow keys, or dragged by its label. */
export function numberField(given: Given): TemplateResult {
  const { param, id, text, session, name } = given;
  const value = (): number => session.snapshot.values[name] as number;
  const onKey = (event: KeyboardEvent): void => {
    const direction = { ArrowUp: 1, ArrowDown: -1 }[event.key] as 1 | -1 | undefined;
    if (!direction || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    write(given, param.print(nudged(param, value(), direction)), !event.repeat);
  };
  return html`<label
      for=${id}
      class="scrub ${roleOf(param)}"
      title="Drag sideways to change"
      @pointerdown=${(event: PointerEvent) => scrub(event, given)}
      >${symbol(param.label)}</label
    >${param.phrase ? html`` : equals}<input
      class="field number"
      type="text"
      inputmode=${keypad(param)}
      autocomplete="off"
      spellcheck="false"
      id=${id}
      name=${name}
      style="--chars: ${Math.min(14, text.length)}"
      .value=${live(text)}
      aria-invalid=${invalid(given)}
      aria-describedby=${describedBy(given)}
      @input=${(event: Event) => write(given, valueOf(event), false)}
      @change=${(event: Event) => write(given, valueOf(event), true)}
      @keydown=${onKey}
    />`;
}

/**
 * Digits are all that a count needs. The keypads for decimals have no minus on some phones, and on
 * others a comma in the place of the point: any other number gets the whole keyboard.
 */
const keypad = ({ whole, min = -Infinity }: Param): 'numeric' | 'text' =>
  whole && min >= 0 ? 'numeric' : 'text';

/** Pixels of dragging that change a number by one step. */
const PIXELS_A_STEP = 8;

/** Dragging a label sideways changes its number; a press without movement focuses the field. */
function scrub(start: PointerEvent, given: Given): void {
  const label = start.currentTarget as HTMLElement;
  const { param, session, name } = given;
  let x = session.snapshot.values[name] as number;
  let steps = 0;
  drag(
    start,
    (dx) => {
      for (const goal = Math.round(dx / PIXELS_A_STEP); steps !== goal;) {
        const direction = goal > steps ? 1 : -1;
        steps += direction;
        x = nudged(param, x, direction);
        write(given, param.print(x), false);
      }
    },
    () => {
      if (steps === 0) return;
      write(given, param.print(x), true);
      // The release becomes a click, which would take the focus to the field.
      const stay = (event: Event): void => event.preventDefault();
      label.addEventListener('click', stay);
      pageClock.after(0, () => label.removeEventListener('click', stay));
    },
  );
}

/** A slider repeats its field for the hand alone: keyboards and readers of screens use the field. */
export function sliderOf(given: Given): TemplateResult {
  const { param, session, name } = given;
  const at = (event: Event): string =>
    param.print(fromSlider(param, Number(valueOf(event)) / 1000));
  return html`<input
    type="range"
    min="0"
    max="1000"
    tabindex="-1"
    aria-hidden="true"
    .value=${live(String(Math.round(toSlider(param, session.snapshot.values[name] as number) * 1000)))}
    @input=${(event: Event) => write(given, at(event), false)}
    @change=${(event: Event) => write(given, at(event), true)}
  />`;
}
